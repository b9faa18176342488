import { classOf, DECISION_CODES, OUTCOME_CLASSES, type DecisionCode, type OutcomeClass } from './outcome-code.js';

/** How one thing stands at one moment; `code` is null while nobody decided. */
export interface Standing {
  readonly class: OutcomeClass;
  readonly code: DecisionCode | null;
  /** True for a notice that was acted on for some of its items only. */
  readonly partly: boolean;
}

/** The standing a decision gives. */
export const decided = (code: DecisionCode): Standing => ({ class: classOf(code), code, partly: false });
export const PENDING: Standing = { class: 'pending', code: null, partly: false };
export const NO_RESPONSE: Standing = { class: 'no-response', code: null, partly: false };

/**
 * How a notice stands, from how its items stand (at least one): any action makes it action taken, else it is pending while
 * an item is, else the class of most items decides, ties in the order of the classes.
 */
export function rollUp(items: readonly Standing[]): Standing {
  const noticeClass = classOfNotice(items);
  const within = items.filter((item) => item.class === noticeClass);
  const codes = within.flatMap((item) => (item.code === null ? [] : [item.code]));
  return {
    class: noticeClass,
    code: codes.length === 0 ? null : commonest(codes, DECISION_CODES),
    partly: noticeClass === 'action-taken' && within.length < items.length,
  };
}

function classOfNotice(items: readonly Standing[]): OutcomeClass {
  const classes = items.map((item) => item.class);
  if (classes.includes('action-taken')) return 'action-taken';
  if (classes.includes('pending')) return 'pending';
  return commonest(classes, OUTCOME_CLASSES);
}

function commonest<T>(found: readonly T[], order: readonly T[]): T {
  const count = (value: T): number => found.filter((one) => one === value).length;
  return order.reduce((best, next) => (count(next) > count(best) ? next : best));
}
