import { IsIn, IsOptional, ValidateBy } from 'class-validator';
import type { ConfirmedOutcome } from '#application/outcome/decide-notice.js';
import { DECISION_CODES, isDecisionCode } from '#domain/outcome/outcome-code.js';
import { BASES, type Basis } from '#domain/outcome/outcome.js';
import { territoriesIn } from '#domain/outcome/territory.js';
import type { FormClass } from '../frame/take-form.js';

/** The fields of one item; `n` is its position in the notice. */
export const fieldsOf = (n: number) => ({ code: `code${n}`, basis: `basis${n}`, territory: `territory${n}` });

type Field = (form: object, name: string) => void;

const MAY_BE_EMPTY = IsOptional() as Field;
const CODE = IsIn(DECISION_CODES, { message: 'outcome.code-unknown' }) as Field;
const BASIS = IsIn([...BASES], { message: 'outcome.basis-unknown' }) as Field;
const TERRITORY = ValidateBy(
  { name: 'isTerritoryList', validator: { validate: (typed) => territoriesIn(String(typed)) !== null } },
  { message: 'outcome.territory-unknown' },
) as Field;

const made = new Map<FormClass<object>, Map<number, FormClass<object>>>();

/** A form with the fields of so many items beside its own; made once, since its rules are kept for good. */
export function withItems<T extends object>(form: FormClass<T>, items: number): FormClass<T> {
  const ofForm = made.get(form) ?? new Map<number, FormClass<object>>();
  const found = ofForm.get(items) ?? extended(form, items);
  made.set(form, ofForm.set(items, found));
  return found as FormClass<T>;
}

function extended(form: FormClass<object>, items: number): FormClass<object> {
  class WithItems extends form {}
  for (let n = 1; n <= items; n += 1) {
    const { code, basis, territory } = fieldsOf(n);
    for (const field of [code, basis, territory]) MAY_BE_EMPTY(WithItems.prototype, field);
    CODE(WithItems.prototype, code);
    BASIS(WithItems.prototype, basis);
    TERRITORY(WithItems.prototype, territory);
  }
  return WithItems;
}

/** What was chosen per item; an item without a choice is left as it is. */
export function confirmed(form: object, items: readonly { readonly id: string; readonly position: number }[]) {
  const typed = form as Readonly<Record<string, string | undefined>>;
  return items.flatMap(({ id, position }): ConfirmedOutcome[] => {
    const { code, basis, territory } = fieldsOf(position);
    const chosen = typed[code] ?? '';
    if (!isDecisionCode(chosen)) return [];
    const on = (typed[basis] ?? 'unknown') as Basis;
    return [{ itemId: id, code: chosen, basis: on, territory: territoriesIn(typed[territory] ?? '') ?? [] }];
  });
}
