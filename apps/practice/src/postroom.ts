import { composeAnswer } from './mail/compose.js';
import type { Attempt, Courier } from './mail/courier.js';
import type { AnswerCase } from './mail/letter.js';
import { lookFor } from './mail/look-for.js';
import { slugIn } from './mail/understand.js';
import type { ReadyMail } from './mail/mime.js';
import type { Answer, ReceivedNotice } from './memory/book.js';
import type { Memory } from './memory/memory.js';
import { carryOut, isGone, standingOf } from './posts/standings.js';
import { DECISIONS, type AnswerKind } from './scripts/answer-kind.js';
import { decisionAbout } from './scripts/plan.js';

const MOST_ATTEMPTS = 50;
const LONGEST_PAUSE_SECONDS = 30;
const LONGEST_SLEEP_MS = 3_600_000;

/** Sends what is due, one after the other; while the desk's intake is down everything is kept and tried again. */
export class Postroom {
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> | undefined;
  private pausedUntil = 0;
  private failures = 0;
  private closed = false;
  private wokenAgain = false;

  constructor(
    private readonly memory: Memory,
    private readonly courier: Courier,
    private readonly seed: string,
    private readonly address: string,
  ) {}

  /** Looks again at what is due; called at the start, by the clock and whenever the book has changed. */
  wake(): void {
    if (this.closed) return;
    if (this.round) {
      this.wokenAgain = true;
      return;
    }
    this.round = this.sendDue()
      .catch((error: unknown) => {
        process.stderr.write(`The practice platform could not send: ${String(error)}\n`);
        this.pause();
      })
      .finally(() => {
        this.round = undefined;
        this.sleep();
      });
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    await this.round;
    this.courier.close();
  }

  private async sendDue(): Promise<void> {
    do {
      this.wokenAgain = false;
      for (const answer of this.due()) {
        if (this.closed || Date.now() < this.pausedUntil) return;
        if (answer.state === 'planned') await this.send(answer);
      }
    } while (this.wokenAgain);
  }

  private due(): Answer[] {
    const now = new Date().toISOString();
    const planned = this.memory.book.answers.filter(({ state, dueAt }) => state === 'planned' && dueAt && dueAt <= now);
    return planned.sort(
      (a, b) => (a.dueAt ?? '').localeCompare(b.dueAt ?? '') || a.notice - b.notice || a.order - b.order,
    );
  }

  private async send(answer: Answer): Promise<void> {
    const notice = this.memory.book.notices.find(({ number }) => number === answer.notice);
    if (!notice) throw new Error(`The book has an answer to notice ${answer.notice}, which it does not have.`);
    const answerCase = this.caseOf(notice, answer);
    const mail = composeAnswer(answerCase);
    const attempt = await this.courier.bring(mail);
    if (attempt.result === 'sent') await this.record(answerCase, mail);
    else await this.postpone(answer, attempt);
  }

  private async record(
    { answer, notice, items, at, kind }: AnswerCase,
    { subject, messageId }: ReadyMail,
  ): Promise<void> {
    this.failures = 0;
    await this.memory.change((book) => {
      Object.assign(answer, {
        state: 'sent',
        sentAt: new Date().toISOString(),
        subject,
        messageId,
        trouble: undefined,
      });
      for (const item of items) carryOut(book, slugIn(item.url) ?? '', item.kind, at.toISOString(), notice.number);
      if (kind !== 'insufficient') return;
      for (const other of book.answers) {
        if (other.notice === notice.number && other.state === 'waiting') other.state = 'dropped';
      }
    });
  }

  private async postpone(answer: Answer, attempt: Exclude<Attempt, { result: 'sent' }>): Promise<void> {
    await this.memory.change(() => {
      if (attempt.result !== 'unreachable') answer.attempts += 1;
      answer.trouble = attempt.trouble;
      if (attempt.result === 'refused' || answer.attempts >= MOST_ATTEMPTS) answer.state = 'refused';
    });
    if (attempt.result !== 'refused') this.pause();
  }

  /** 1, 2, 4 … 30 seconds: patient with a desk that is down, quick when it is back. */
  private pause(): void {
    this.failures += 1;
    this.pausedUntil = Date.now() + Math.min(2 ** (this.failures - 1), LONGEST_PAUSE_SECONDS) * 1000;
  }

  private sleep(): void {
    clearTimeout(this.timer);
    const times = this.memory.book.answers.flatMap(({ state, dueAt }) =>
      state === 'planned' && dueAt ? [Date.parse(dueAt)] : [],
    );
    if (this.closed || times.length === 0) return;
    const next = Math.max(Math.min(...times), this.pausedUntil);
    this.timer = setTimeout(() => this.wake(), Math.min(Math.max(next - Date.now(), 0), LONGEST_SLEEP_MS));
  }

  private caseOf(notice: ReceivedNotice, answer: Answer): AnswerCase {
    const sent = this.memory.book.answers.filter((other) => other.notice === notice.number && other.state === 'sent');
    const items = answer.urls.map((url) => ({ url, kind: this.decide(answer, url) }));
    const [only] = items;
    const kind = answer.kind !== 'mixed' && only ? only.kind : answer.kind;
    const look = lookFor(notice);
    return {
      seed: this.seed,
      address: this.address,
      look,
      notice,
      answer,
      kind,
      items,
      at: new Date(),
      first: sent.length === 0,
    };
  }

  /** What is said about one address: what the script says, unless the post went in the meantime. */
  private decide({ kind, byHand }: Answer, url: string): AnswerKind {
    const decision = kind === 'mixed' ? decisionAbout(url) : kind;
    const gone = isGone(standingOf(this.memory.book, slugIn(url) ?? ''));
    return gone && !byHand && DECISIONS.includes(decision) ? 'already-removed' : decision;
  }
}
