import { RuleViolation } from '../rule-violation.js';
import { SHARED_FIELDS, type SharedDatum, type SharedField } from './notice-answers.js';

/** What stands on the page for one datum; without the tick it goes nowhere and is not kept. */
export interface Typed {
  readonly text: string;
  readonly ticked: boolean;
}

/**
 * The data a person ticked for the letter, with who and when; one that stood there word for word keeps who ticked it
 * first. Refuses a tick at an empty field.
 */
export function sharedData(
  typed: (field: SharedField) => Typed,
  present: readonly SharedDatum[],
  word: { readonly by: string; readonly at: string },
): SharedDatum[] {
  return SHARED_FIELDS.flatMap((field) => {
    const { text, ticked } = typed(field);
    if (!ticked) return [];
    if (text.trim() === '') throw new RuleViolation('notice.shared-without-text', { field });
    const same = present.find((one) => one.field === field && one.text === text.trim());
    return [same ?? { field, text: text.trim(), ...word }];
  });
}
