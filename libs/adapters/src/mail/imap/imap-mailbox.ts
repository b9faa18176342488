import { ImapFlow, type ImapFlowOptions } from 'imapflow';
import { MailSource, type TakeMail } from '#application/correspondence/mail-source.js';
import type { MailboxCursors } from '#application/correspondence/mailbox-cursors.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { type LeftOver, MailboxReading } from './read-mailbox.js';

/** Which folder to read, by which account; the options are asked for anew at each connection. */
export interface MailboxPlace {
  readonly name: string;
  readonly folder: string;
  options(): Promise<ImapFlowOptions>;
}

/** How often, in milliseconds. */
export interface Rhythm {
  /** A look without being told of new mail; below the socket's patience, so that a dead line is found out. */
  readonly look: number;
  /** A comparison with all the server has of the last thirty days. */
  readonly compare: number;
  /** The first wait after a trouble; it doubles up to sixty times itself. */
  readonly again: number;
}

const RHYTHM: Rhythm = { look: 25_000, compare: 3_600_000, again: 1000 };
/** Tries with a password that is refused before standing still, or the account gets locked. */
const REFUSALS = 3;
const STANDSTILL_MS = 15 * 60_000;
const ALARM_MS = 10 * 60_000;

type OnTrouble = (trouble: unknown) => void;

/** Reads one folder over IMAP, told of new mail by IDLE (RFC 2177) and looking by itself besides. */
export class ImapMailbox extends MailSource {
  private client: ImapFlow | undefined;
  private isStopped = false;
  private going: Promise<void> = Promise.resolve();
  private wake: () => void = () => undefined;
  private refusals = 0;
  private comparedAt = -Infinity;
  private goodAt = performance.now();

  constructor(
    private readonly place: MailboxPlace,
    private readonly cursors: MailboxCursors,
    private readonly onTrouble: OnTrouble,
    private readonly rhythm: Rhythm = RHYTHM,
  ) {
    super();
  }

  override start(take: TakeMail): Promise<void> {
    this.going = this.goOn(take);
    return Promise.resolve();
  }

  override async stop(): Promise<void> {
    this.isStopped = true;
    this.wake();
    this.client?.close();
    await this.going;
  }

  /** Connects again after every trouble, waiting longer each time; never gives up. */
  private async goOn(take: TakeMail): Promise<void> {
    for (let wait = this.rhythm.again; !this.isStopped;) {
      try {
        await this.connected(async (client) => {
          this.refusals = 0;
          wait = this.rhythm.again;
          while (!this.isStopped) await this.look(client, take);
        });
      } catch (trouble) {
        if (this.isStopped) return;
        await this.pause(this.waitAfter(trouble, wait));
        wait = Math.min(wait * 2, this.rhythm.again * 60);
      }
    }
  }

  private async connected(use: (client: ImapFlow) => Promise<void>): Promise<void> {
    const client = new ImapFlow(await this.place.options());
    this.client = client;
    client.on('error', () => undefined); // the command under way rejects with the same
    client.on('exists', () => this.wake());
    client.on('close', () => this.wake());
    await client.connect();
    try {
      const lock = await client.getMailboxLock(this.place.folder, { readOnly: true });
      await use(client).finally(() => lock.release());
    } finally {
      client.close();
    }
  }

  private async look(client: ImapFlow, take: TakeMail): Promise<void> {
    if (!client.usable || !client.mailbox) throw new Error('the line is broken');
    const of = { mailbox: this.place.name, uidValidity: client.mailbox.uidValidity };
    const reading = new MailboxReading(client, of, this.cursors, take);
    const told = this.nextWord(client);
    const left = await reading.fresh();
    const isTime = left.missing.length > 0 || performance.now() - this.comparedAt > this.rhythm.compare;
    if (isTime) this.tell(await this.compare(reading));
    this.goodAt = performance.now();
    await told();
  }

  /** Asks three times for what the server lists and we have not. */
  private async compare(reading: MailboxReading): Promise<LeftOver> {
    let left = await reading.missed(new Date());
    for (let again = 0; again < 2 && left.missing.length > 0; again += 1) left = await reading.missed(new Date());
    this.comparedAt = performance.now();
    return left;
  }

  private tell({ missing, tooLarge }: LeftOver): void {
    if (missing.length > 0) this.onTrouble(new RuleViolation('imap.mail-missing', { mails: missing.length }));
    if (tooLarge.length > 0) this.onTrouble(new RuleViolation('imap.mail-too-large', { mails: tooLarge.length }));
  }

  /** Listens from now on, so that a mail that comes during a look is not slept through. */
  private nextWord(client: ImapFlow): () => Promise<void> {
    let isTold = false;
    this.wake = () => (isTold = true);
    return async () => {
      if (isTold || this.isStopped) return;
      const idle = client.idle().catch(() => undefined);
      await this.pause(this.rhythm.look);
      void idle;
    };
  }

  private pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  private waitAfter(trouble: unknown, wait: number): number {
    this.onTrouble(trouble);
    const bad = performance.now() - this.goodAt;
    if (bad > ALARM_MS) this.onTrouble(new RuleViolation('imap.no-good-look', { minutes: Math.round(bad / 60_000) }));
    const isRefused = (trouble as { authenticationFailed?: boolean }).authenticationFailed === true;
    this.refusals = isRefused ? this.refusals + 1 : 0;
    return this.refusals >= REFUSALS ? STANDSTILL_MS : wait;
  }
}
