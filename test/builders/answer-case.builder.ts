import type { AnswerCase } from '../../apps/practice/src/mail/letter.js';
import { LOOKS, type LookName } from '../../apps/practice/src/mail/look.js';
import { makeTicket } from '../../apps/practice/src/mail/ticket.js';
import type { Answer, ReceivedNotice } from '../../apps/practice/src/memory/book.js';
import type { AnswerKind } from '../../apps/practice/src/scripts/answer-kind.js';

/** The addresses of the notice that is answered; a mixed letter is about both, every other about the first. */
export const ANSWERED_URLS = ['http://127.0.0.1:3301/p/zonsondergang', 'http://127.0.0.1:3301/p/bospad'] as const;

const notice: ReceivedNotice = {
  number: 1,
  channel: 'email',
  receivedAt: '2026-11-21T11:59:00.000Z',
  messageId: '<1.notice@desk.example>',
  envelopeFrom: 'bounce+1@desk.example',
  recipient: 'notices@practice.example',
  from: 'meldingen@desk.example',
  replyTo: 'meldingen+k1@desk.example',
  subject: 'Melding van illegale inhoud [TF-2026-000123]',
  text: `Op grond van artikel 16 DSA verzoeken wij u te verwijderen:\n${ANSWERED_URLS[0]}\n`,
  headerLines: 'Message-ID: <1.notice@desk.example>\nSubject: Melding van illegale inhoud [TF-2026-000123]',
  reference: 'TF-2026-000123',
  urls: [],
  ticket: '',
  confirmToken: 'abcdefghijkmnpqrstuvwxyz',
  followUps: [],
};

/** A letter of the practice platform about a notice, ready to compose; mixed: the first removed, the second left. */
export function anAnswerCase(kind: AnswerKind, lookName: LookName, change: Partial<AnswerCase> = {}): AnswerCase {
  const look = LOOKS[lookName];
  const urls = kind === 'mixed' ? ANSWERED_URLS : ANSWERED_URLS.slice(0, 1);
  const decisions: readonly AnswerKind[] = kind === 'mixed' ? ['removed-terms', 'no-violation'] : [kind];
  return {
    seed: 'seed',
    address: 'http://127.0.0.1:3301',
    look,
    notice: { ...notice, urls, ticket: makeTicket(look, 'seed', 1) },
    answer: anAnswer(kind, urls),
    kind,
    items: urls.map((url, index) => ({ url, kind: decisions[index] ?? kind })),
    at: new Date('2026-11-21T12:00:00Z'),
    first: true,
    ...change,
  };
}

function anAnswer(kind: AnswerKind, urls: readonly string[]): Answer {
  const place = { id: '1.1', notice: 1, order: 0, after: 'receipt' } as const;
  return { ...place, kind, urls, dueAt: null, state: 'planned', attempts: 0 };
}
