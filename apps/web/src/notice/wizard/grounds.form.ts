import { IsIn, IsOptional, Matches, MaxLength } from 'class-validator';
import { itemsNamed, isLimited, numbersOf } from '#domain/ground/ground-items.js';
import type { Notice } from '#domain/notice/notice.js';
import { RuleViolation } from '#domain/rule-violation.js';

/** The most grounds a page takes; a letter with more than these convinces nobody. */
export const MOST_GROUNDS = 4;

const PLACES = Array.from({ length: MOST_GROUNDS }, (_, index) => index + 1);

/** The grounds of a notice, each with the items it is for; forms are flat, so the fields are numbered. */
export class GroundsForm {
  @Matches(/^\d{1,9}$/, { message: 'form.unknown-field' })
  version!: string;

  @IsOptional()
  @MaxLength(2000, { message: 'wizard.expression-too-long' })
  expression?: string;

  @IsOptional()
  @IsIn(['yes'], { message: 'form.unknown-field' })
  withoutName?: 'yes';
}

for (const place of PLACES) {
  IsOptional()(GroundsForm.prototype, `ground${place}`);
  Matches(/^[A-Z0-9_]{1,40}$/, { message: 'form.unknown-field' })(GroundsForm.prototype, `ground${place}`);
  IsOptional()(GroundsForm.prototype, `items${place}`);
  MaxLength(200, { message: 'wizard.ground-items-too-long' })(GroundsForm.prototype, `items${place}`);
}

/** The places that are shown: those in use and one more. */
export const placesFor = ({ content }: Notice): number[] => PLACES.slice(0, Math.max(2, content.grounds.length + 1));

/** The grounds as chosen, in order, with the ids of their items; refuses one chosen twice, and none at all. */
export function chosenIn(form: GroundsForm, { items }: Pick<Notice, 'items'>): { code: string; items: string[] }[] {
  const typed = form as unknown as Readonly<Record<string, string | undefined>>;
  const chosen = PLACES.flatMap((place) => {
    const code = typed[`ground${place}`];
    return code ? [{ code, items: itemsNamed(typed[`items${place}`] ?? '', items) }] : [];
  });
  if (chosen.length === 0) throw new RuleViolation('ground.none-chosen');
  const twice = chosen.find(({ code }, index) => chosen.findIndex((one) => one.code === code) !== index);
  if (twice) throw new RuleViolation('ground.chosen-twice', { code: twice.code });
  return chosen;
}

/** The form as the notice has it. */
export function groundsForm({ content, items }: Notice): Record<string, string> {
  const { expression, withoutName } = content.answers;
  const shown = content.grounds.slice(0, MOST_GROUNDS).flatMap((ground, index) => [
    [`ground${index + 1}`, ground.code],
    [`items${index + 1}`, isLimited(ground, items) ? numbersOf(ground, items).join(', ') : ''],
  ]);
  return {
    ...(Object.fromEntries(shown) as Record<string, string>),
    expression,
    withoutName: withoutName === true ? 'yes' : '',
  };
}
