import type { Actor } from '#domain/event.js';
import { RuleViolation } from '#domain/rule-violation.js';
import type { Books } from '../books.js';

/** Rules by which sending past the second person is refused. */
const PAST_THE_SECOND_PERSON = [
  'notice.approval-needed',
  'letter.changed-since-preview',
  'letter.recipient-changed',
  'letter.claims-changed',
];

interface Tried {
  readonly kind: 'approval-refused' | 'submit-refused';
  readonly noticeId: string;
  readonly by: Actor;
}

/** Lets an act on a notice go on, and records which rule refused it: whoever tries to get round four eyes is seen (F72). */
export async function keepingRefusal<T>(books: Books, tried: Tried, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (refusal) {
    if (refusal instanceof RuleViolation && tells(tried.kind, refusal.code)) await keep(books, tried, refusal.code);
    throw refusal;
  }
}

const tells = (kind: Tried['kind'], rule: string): boolean =>
  kind === 'approval-refused' ? !rule.endsWith('.not-found') : PAST_THE_SECOND_PERSON.includes(rule);

const keep = (books: Books, { kind, noticeId, by }: Tried, rule: string): Promise<void> =>
  books.together(by, (open) => open.record({ kind, subject: 'notice', subjectId: noticeId, facts: { rule } }));
