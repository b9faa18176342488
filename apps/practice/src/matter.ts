import type { UnderstoodMail } from './mail/understand.js';
import type { Book, ReceivedNotice } from './memory/book.js';

type Mail = Pick<UnderstoodMail, 'threadIds' | 'reference' | 'subject' | 'text'> & { readonly recipient: string };

/** The earlier notice a mail belongs to: by its thread, by our ticket number, or a withdrawal by its reference. */
export function matterOf(book: Book, mail: Mail): ReceivedNotice | undefined {
  const found = byThread(book, mail) ?? byTicket(book, mail);
  if (found || !meansWithdrawal(mail) || !mail.reference) return found;
  return book.notices.findLast((notice) => notice.reference === mail.reference);
}

/** Whether the writer takes the notice back; only what stands above a quotation counts. */
export function meansWithdrawal({ subject, text }: Pick<Mail, 'subject' | 'text'>): boolean {
  const own = text.split(/\r?\n/).filter((line) => !line.startsWith('>'));
  return WITHDRAWAL.test(`${subject}\n${own.join('\n').slice(0, 1500)}`);
}

const WITHDRAWAL =
  /\b(ingetrokken|intrekk(en|ing)|trekken\b.{0,60}\bin\b|withdraw(n|al)?|sent in error|ten onrechte verstuurd)\b/is;

function byThread(book: Book, { threadIds }: Mail): ReceivedNotice | undefined {
  if (threadIds.length === 0) return undefined;
  const answer = book.answers.find(({ messageId }) => messageId !== undefined && threadIds.includes(messageId));
  return book.notices.find(
    ({ number, messageId }) => number === answer?.notice || (messageId !== '' && threadIds.includes(messageId)),
  );
}

function byTicket(book: Book, { subject, recipient }: Mail): ReceivedNotice | undefined {
  const tag = /\+([A-Za-z0-9-]+)@/.exec(recipient)?.[1];
  return book.notices.find(({ ticket }) => subject.includes(ticket) || (tag !== undefined && ticket.endsWith(tag)));
}
