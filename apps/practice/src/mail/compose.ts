import { MAIL_SYSTEM } from '../scripts/answer-kind.js';
import { characters, dice } from '../seeded.js';
import { composeReport } from './delivery-report.js';
import { asHtml, asText } from './layout.js';
import { writeLetter, type AnswerCase, type Letter } from './letter.js';
import { assemble, mailDate, multipart, textPart, type Header, type Part, type ReadyMail } from './mime.js';

/** Makes the mail of an answer; the same case gives the same bytes, its Date apart. */
export function composeAnswer(answerCase: AnswerCase): ReadyMail {
  const letter = writeLetter(answerCase);
  const messageId = messageIdOf(answerCase);
  if (MAIL_SYSTEM.includes(answerCase.kind)) return composeReport(answerCase, letter, messageId);
  const from = senderOf(answerCase, letter);
  const to = answerCase.notice.replyTo;
  const raw = assemble(headers(answerCase, letter, { from, to, messageId }), content(answerCase, letter));
  return { raw, envelope: { from: bare(from), to }, messageId, subject: letter.subject };
}

/** Derived from the seed and the notice, so that a mail sent again after a crash is recognisably the same mail. */
function messageIdOf({ seed, notice, answer, kind }: AnswerCase): string {
  const roll = dice(seed, 'message', notice.reference ?? '', notice.messageId, answer.id, kind);
  return `<${characters(roll, 20, 'abcdefghijklmnopqrstuvwxyz0123456789')}@practice.example>`;
}

function senderOf({ look, kind }: AnswerCase, letter: Letter): string {
  if (kind === 'survey') return 'Oefenplein <feedback@practice.example>';
  if (look.system === 'digits') return 'Oefenplein <noreply@practice.example>';
  return `Oefenplein Support <support+${letter.ticket.replace(/[^A-Za-z0-9-]/g, '')}@practice.example>`;
}

function headers(
  { look, notice, kind, at }: AnswerCase,
  letter: Letter,
  { from, to, messageId }: { from: string; to: string; messageId: string },
): Header[] {
  const threaded = (look.thread === 'reply' || kind === 'out-of-office') && kind !== 'survey' && notice.messageId;
  return [
    ['From', from],
    ['To', `<${to}>`],
    ['Subject', letter.subject],
    ['Date', mailDate(at)],
    ['Message-ID', messageId],
    ...(threaded
      ? ([
          ['In-Reply-To', notice.messageId],
          ['References', notice.messageId],
        ] as const)
      : []),
    ...marks(kind, look.system, letter),
  ];
}

function marks(kind: string, system: string, letter: Letter): Header[] {
  const ticketing: Header[] =
    system === 'zendesk'
      ? [
          ['X-Mailer', 'Oefendesk'],
          ['X-Oefendesk-Ticket', letter.ticket],
        ]
      : [];
  if (kind === 'out-of-office')
    return [
      ['Auto-Submitted', 'auto-replied'],
      ['X-Auto-Response-Suppress', 'All'],
    ];
  if (kind === 'survey')
    return [
      ['Precedence', 'bulk'],
      ['List-Unsubscribe', '<mailto:feedback@practice.example>'],
    ];
  return kind.endsWith('receipt') ? [...ticketing, ['Auto-Submitted', 'auto-generated']] : ticketing;
}

function content(answerCase: AnswerCase, letter: Letter): Part {
  const { look, seed, notice, answer } = answerCase;
  const text = (): Part => textPart('text/plain', asText(answerCase, letter), look);
  const html = (): Part => textPart('text/html', asHtml(answerCase, letter), look);
  if (look.body === 'text') return text();
  if (look.body === 'html') return html();
  const boundary = `=_${characters(dice(seed, 'boundary', notice.number, answer.id), 24)}`;
  return multipart('alternative', boundary, [text(), html()]);
}

const bare = (address: string): string => /<([^>]*)>/.exec(address)?.[1] ?? address;
