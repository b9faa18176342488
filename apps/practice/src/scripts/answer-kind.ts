/** Everything the practice platform can say by mail; one word per kind of letter. */
export const ANSWER_KINDS = [
  'receipt',
  'conditional-receipt',
  'removed-terms',
  'removed-law',
  'reversed',
  'geo-blocked',
  'account-suspended',
  'age-restricted',
  'labelled',
  'no-violation',
  'not-found',
  'private',
  'already-removed',
  'not-entitled',
  'wrong-channel',
  'insufficient',
  'mixed',
  'portal-only',
  'question',
  'confirm-address',
  'duplicate',
  'under-review',
  'withdrawn',
  'survey',
  'out-of-office',
  'bounce',
  'mailbox-full',
  'delayed',
] as const;

export type AnswerKind = (typeof ANSWER_KINDS)[number];

/** How a post stands after an answer; the HTTP status that goes with it is in the pages. */
export type PostStanding =
  'visible' | 'gone' | 'missing' | 'geo-blocked' | 'suspended' | 'age-gate' | 'labelled' | 'private';

/** What a decision does to the post, at the moment its mail has left. Kinds that are absent leave the post alone. */
export const EFFECTS: Readonly<Partial<Record<AnswerKind, PostStanding>>> = {
  'removed-terms': 'gone',
  'removed-law': 'gone',
  reversed: 'gone',
  'geo-blocked': 'geo-blocked',
  'account-suspended': 'suspended',
  'age-restricted': 'age-gate',
  labelled: 'labelled',
  private: 'private',
  'already-removed': 'missing',
};

/** Kinds that decide about an address; in a notice with several addresses they become one `mixed` letter. */
export const DECISIONS: readonly AnswerKind[] = [
  'removed-terms',
  'removed-law',
  'geo-blocked',
  'account-suspended',
  'age-restricted',
  'labelled',
  'no-violation',
  'not-found',
  'private',
  'already-removed',
  'not-entitled',
  'wrong-channel',
  'insufficient',
];

/** What a person who practises may choose on the inbox page, in this order. */
export const CHOICES: readonly AnswerKind[] = ANSWER_KINDS.filter((kind) => kind !== 'mixed' && kind !== 'withdrawn');

/** Reports of the mail system itself; they go to the envelope sender, with an empty one of their own (RFC 3464, RFC 5321 §4.5.5). */
export const MAIL_SYSTEM: readonly AnswerKind[] = ['bounce', 'mailbox-full', 'delayed'];

export function isAnswerKind(word: string): word is AnswerKind {
  return (ANSWER_KINDS as readonly string[]).includes(word);
}
