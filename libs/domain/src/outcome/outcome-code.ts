/** The classes the field publishes, in the order that settles ties; `pending` stays outside the percentages. */
export const OUTCOME_CLASSES = [
  'action-taken',
  'no-action',
  'not-found',
  'rejected',
  'no-response',
  'pending',
] as const;
export type OutcomeClass = (typeof OUTCOME_CLASSES)[number];

/** The classes that are counted in percentages. */
export const COUNTED_CLASSES = OUTCOME_CLASSES.filter((name) => name !== 'pending');

/** What a platform can decide about one content item, in the order that settles ties, with the class it counts in. */
const CLASS_OF = {
  removed: 'action-taken',
  'removed-geo': 'action-taken',
  delisted: 'action-taken',
  restricted: 'action-taken',
  'account-action': 'action-taken',
  'other-action': 'action-taken',
  'no-violation': 'no-action',
  'not-found': 'not-found',
  'already-removed': 'not-found',
  'not-entitled': 'rejected',
  'wrong-channel': 'rejected',
  'out-of-scope': 'rejected',
  insufficient: 'rejected',
} as const satisfies Record<string, OutcomeClass>;

export type DecisionCode = keyof typeof CLASS_OF;
export const DECISION_CODES = Object.keys(CLASS_OF) as DecisionCode[];

/** The published class of a decision code. */
export const classOf = (code: DecisionCode): OutcomeClass => CLASS_OF[code];

/** Whether a text is one of the thirteen decision codes. */
export const isDecisionCode = (text: string): text is DecisionCode => Object.hasOwn(CLASS_OF, text);
