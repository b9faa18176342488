import type { AnchorLog } from '#application/access/anchor-log.js';
import type { MailAnchors } from '#application/access/mail-anchors.js';
import type { VerifyByItself } from '#application/access/verify-by-itself.js';
import { sayTrouble } from './say.js';

/** How often it looks whether something is due. */
const LOOK_EVERY_MS = 60_000;

/** Every how many looks a mail that failed is tried again. */
const LOOKS_BETWEEN_MAILS = 10;

/** How long a mail may take, in milliseconds: by itself, and when the worker is about to end. */
const MAIL_MS = { usual: 300_000, last: 2000 };

/** What the loop does. */
export interface AuditActs {
  readonly anchor: AnchorLog;
  readonly mail: MailAnchors;
  readonly verify: VerifyByItself;
}

/** Keeps the event log honest: an anchor each hour and at the end, mailed to the auditors; a verification each night. */
export class AuditLoop {
  private timer: NodeJS.Timeout | undefined;
  private looks = 0;
  private looking: Promise<void> = Promise.resolve();
  private readonly ending = new AbortController();

  constructor(private readonly acts: AuditActs) {}

  start(): void {
    this.timer = setInterval(() => {
      this.looking = this.looking.then(() => this.look());
    }, LOOK_EVERY_MS);
  }

  /** The last anchor covers all that was recorded up to here; a mail server that is slow gets it next time. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.ending.abort();
    await this.told('anchor', () => this.acts.anchor.run(new Date()));
    await this.told('anchor-mail', () => this.acts.mail.run(AbortSignal.timeout(MAIL_MS.last)));
  }

  private async look(): Promise<void> {
    if (this.ending.signal.aborted) return;
    this.looks += 1;
    const anchored = await this.told('anchor', () => this.acts.anchor.hourly(new Date()));
    if (anchored || this.looks % LOOKS_BETWEEN_MAILS === 0) {
      const signal = AbortSignal.any([this.ending.signal, AbortSignal.timeout(MAIL_MS.usual)]);
      await this.told('anchor-mail', () => this.acts.mail.run(signal));
    }
    await this.told('audit-verify', () => this.acts.verify.nightly(new Date()));
  }

  /** A trouble with one does not keep the others from being done; it shows on the page of the log as well. */
  private async told<T>(what: string, run: () => Promise<T>): Promise<T | undefined> {
    try {
      return await run();
    } catch (trouble) {
      sayTrouble(what, trouble);
      return undefined;
    }
  }
}
