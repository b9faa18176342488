import type { Message } from '#domain/correspondence/message.js';
import type { Meaning } from '#domain/correspondence/reading.js';

/** The ways to treat a message that a person may choose, whatever the machine suggests. */
export const CHOSEN_TREATMENTS = ['decision', 'receipt', 'task', 'aside', 'link'] as const;
export type ChosenTreatment = (typeof CHOSEN_TREATMENTS)[number];

/** What the page offers as the one next thing to do. */
export type Treatment = ChosenTreatment | 'bounce' | 'choose' | 'quarantined' | 'kept' | 'handled';

const BY_MEANING: Readonly<Record<Meaning, Treatment>> = {
  receipt: 'receipt',
  decision: 'decision',
  question: 'task',
  'confirmation-required': 'task',
  undelivered: 'bounce',
  delayed: 'bounce',
  'automatic-answer': 'aside',
  'feedback-report': 'aside',
  unrelated: 'aside',
  unread: 'choose',
};

/** Treatments that speak of a notice, so that the message must belong to one. */
const OF_A_NOTICE: readonly Treatment[] = ['decision', 'receipt', 'bounce', 'choose'];

/** How to treat a message: as the person asked, else as its state and meaning suggest. */
export function treatmentOf(message: Message, asked: unknown): Treatment {
  if (message.handledAt !== null) return 'handled';
  if (message.state === 'kept') return 'kept';
  const wanted = CHOSEN_TREATMENTS.find((one) => one === asked) ?? suggested(message);
  return message.noticeId === null && OF_A_NOTICE.includes(wanted) ? 'link' : wanted;
}

const suggested = ({ state, reading }: Message): Treatment =>
  state === 'quarantined' ? 'quarantined' : BY_MEANING[reading?.meaning ?? 'unread'];

/** The other ways, as links beside the one that is shown. */
export function otherTreatments(message: Message, shown: Treatment): ChosenTreatment[] {
  if (shown === 'handled' || shown === 'kept') return [];
  return CHOSEN_TREATMENTS.filter((one) => one !== shown && (message.noticeId !== null || !OF_A_NOTICE.includes(one)));
}
