import type { Delays } from './config.js';
import type { ArrivedMail } from './mail/arrival.js';
import { lookFor } from './mail/look-for.js';
import { makeTicket } from './mail/ticket.js';
import { understandMail, type UnderstoodMail } from './mail/understand.js';
import type { Answer, Book, FollowUp, ReceivedNotice } from './memory/book.js';
import type { Memory } from './memory/memory.js';
import type { AnswerKind } from './scripts/answer-kind.js';
import { planAnswers } from './scripts/plan.js';
import { characters, dice } from './seeded.js';
import { matterOf, meansWithdrawal } from './matter.js';

type NewNotice = Omit<ReceivedNotice, 'number' | 'ticket' | 'confirmToken' | 'followUps' | 'repeats'>;

/** Takes in notices and what follows on them, and plans the answers; the postroom is woken after each. */
export class Reception {
  constructor(
    private readonly memory: Memory,
    private readonly seed: string,
    private readonly address: string,
    private readonly wake: () => void,
    private delays: Delays,
  ) {}

  setDelays(delays: Partial<Delays>): void {
    this.delays = { ...this.delays, ...delays };
  }

  /** A mail to any address of ours: a new notice, a reply, a withdrawal; a report of a mail system is thrown away. */
  async receiveMail({ raw, envelopeFrom, recipient }: ArrivedMail): Promise<void> {
    if (envelopeFrom === '') return;
    const { threadIds, ...mail } = await understandMail(raw, this.address);
    const receivedAt = new Date().toISOString();
    await this.memory.change((book) => {
      const matter = matterOf(book, { ...mail, threadIds, recipient });
      if (matter) this.followUp(book, matter, mail, receivedAt);
      else this.register(book, { ...mail, channel: 'email', envelopeFrom, recipient, receivedAt });
    });
    this.wake();
  }

  /** A notice from the web form; answers go to the address given there. Returns the notice with its number. */
  async receiveForm(form: {
    email: string;
    text: string;
    urls: readonly string[];
    reference?: string;
  }): Promise<ReceivedNotice> {
    const notice = await this.memory.change((book) =>
      this.register(book, {
        ...form,
        channel: 'web-form',
        receivedAt: new Date().toISOString(),
        messageId: '',
        envelopeFrom: form.email,
        recipient: 'notices@practice.example',
        from: form.email,
        replyTo: form.email,
        subject: form.reference ? `Melding ${form.reference}` : 'Melding',
        headerLines: '',
        reference: form.reference,
      }),
    );
    this.wake();
    return notice;
  }

  /** Opens the way for what waited for the address to be confirmed; the second time changes nothing. */
  async confirm(token: string): Promise<ReceivedNotice | undefined> {
    const notice = this.memory.book.notices.find((known) => known.confirmToken === token);
    if (notice && !notice.confirmedAt) {
      await this.memory.change((book) => {
        notice.confirmedAt = new Date().toISOString();
        this.release(book, notice, 'confirmation');
      });
      this.wake();
    }
    return notice;
  }

  /** Sends an answer of the chosen kind now, in place of what was still planned; without a kind the next planned one. */
  async answerNow(number: number, kind?: AnswerKind): Promise<void> {
    await this.memory.change((book) => {
      const notice = book.notices.find((known) => known.number === number);
      if (!notice) throw new Error(`There is no notice ${number}.`);
      const open = book.answers.filter((answer) => answer.notice === number && isOpen(answer));
      if (kind === undefined) hasten(open[0]);
      else this.replace(book, notice, open, kind);
    });
    this.wake();
  }

  private register(book: Book, fresh: NewNotice): ReceivedNotice {
    const number = book.notices.length + 1;
    const earlier = fresh.messageId && book.notices.find((known) => known.messageId === fresh.messageId);
    const roll = dice(this.seed, 'token', number, fresh.reference ?? '', fresh.messageId);
    const notice: ReceivedNotice = {
      ...fresh,
      number,
      ticket: makeTicket(lookFor(fresh), this.seed, number, fresh.reference),
      confirmToken: characters(roll, 24, 'abcdefghijkmnpqrstuvwxyz23456789'),
      followUps: [],
      ...(earlier ? { repeats: earlier.number } : {}),
    };
    book.notices.push(notice);
    shortenOld(book);
    if (!earlier && notice.replyTo) this.plan(book, notice);
    return notice;
  }

  private plan(book: Book, notice: ReceivedNotice): void {
    planAnswers(notice.urls).forEach((step, order) => {
      const waits = step.waitsFor !== undefined;
      book.answers.push({
        ...step,
        id: `${notice.number}.${order + 1}`,
        notice: notice.number,
        order,
        dueAt: waits ? null : this.dueAfter(step.after, notice.receivedAt),
        state: waits ? 'waiting' : 'planned',
        attempts: 0,
      });
    });
  }

  private followUp(
    book: Book,
    notice: ReceivedNotice,
    mail: Omit<UnderstoodMail, 'threadIds'>,
    receivedAt: string,
  ): void {
    const { messageId, subject, text } = mail;
    if (notice.followUps.some((known) => messageId && known.messageId === messageId)) return;
    const means: FollowUp['means'] = meansWithdrawal(mail) ? 'withdrawal' : 'reply';
    notice.followUps.push({ receivedAt, messageId, subject, text, means });
    const open = book.answers.filter((answer) => answer.notice === notice.number && isOpen(answer));
    if (means === 'withdrawal') return this.replace(book, notice, open, 'withdrawn');
    for (const answer of open) if (answer.unlessReplied) answer.state = 'dropped';
    this.release(book, notice, 'reply');
  }

  private release(book: Book, notice: ReceivedNotice, what: 'confirmation' | 'reply'): void {
    const now = new Date().toISOString();
    for (const answer of book.answers) {
      if (answer.notice !== notice.number || answer.state !== 'waiting' || answer.waitsFor !== what) continue;
      answer.state = 'planned';
      answer.dueAt = this.dueAfter(answer.after, now);
    }
  }

  private replace(book: Book, notice: ReceivedNotice, open: readonly Answer[], kind: AnswerKind): void {
    for (const answer of open) answer.state = 'dropped';
    const order = book.answers.filter((answer) => answer.notice === notice.number).length;
    const dueAt = new Date().toISOString();
    const { number, urls } = notice;
    const id = `${number}.${order + 1}`;
    book.answers.push({
      id,
      notice: number,
      order,
      kind,
      urls,
      after: 'receipt',
      byHand: true,
      dueAt,
      state: 'planned',
      attempts: 0,
    });
  }

  private dueAfter(after: Answer['after'], from: string): string {
    const { receiptSeconds, decisionSeconds } = this.delays;
    const times = { decision: 1, later: 1.5, patience: 15 };
    const seconds = after === 'receipt' ? receiptSeconds : decisionSeconds * times[after];
    return new Date(Date.parse(from) + seconds * 1000).toISOString();
  }
}

/** Keeps the book small however much is practised: of older notices only the letter's text is let go. */
function shortenOld(book: Book): void {
  const index = book.notices.length - 1 - LETTERS_KEPT;
  const old = book.notices[index];
  if (old) book.notices[index] = { ...old, text: '', headerLines: '' };
}

const LETTERS_KEPT = 500;

const isOpen = (answer: Answer): boolean => answer.state === 'planned' || answer.state === 'waiting';

function hasten(answer: Answer | undefined): void {
  if (!answer) throw new Error('Nothing is planned for this notice any more.');
  answer.state = 'planned';
  answer.dueAt = new Date().toISOString();
}
