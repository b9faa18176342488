import type { Options } from 'nodemailer/lib/smtp-connection';
import { type Attempt, type Carried, type Outgoing, Transport } from '#application/correspondence/transport.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { GuardedConnection } from './guarded-connection.js';
import { judgeFailure } from './judge-failure.js';
import { LetterStream } from './letter-stream.js';
import type { MailRoute } from './mail-route.js';

/** Where to connect, and who we are there; asked anew at each attempt. Refuses by `RuleViolation`. */
export type Route = () => Promise<MailRoute>;

/** How long we wait, in milliseconds: RFC 5321 §4.5.3.2 asks for five minutes at first and ten after the dot. */
export interface Patience {
  readonly connecting: number;
  readonly answer: number;
  /** Of one attempt in all, so that a server that drips holds nobody up for ever. */
  readonly whole: number;
}

const PATIENCE: Patience = { connecting: 300_000, answer: 600_000, whole: 1_800_000 };

/** Brings letters to a mail server by SMTP (RFC 5321), one connection for each. */
export class SmtpTransport extends Transport {
  constructor(
    private readonly route: Route,
    private readonly patience: Patience = PATIENCE,
  ) {
    super();
  }

  async carry(mail: Outgoing, attempt: Attempt): Promise<Carried> {
    const call = new Call(mail, attempt, AbortSignal.any([attempt.signal, AbortSignal.timeout(this.patience.whole)]));
    try {
      return { end: 'accepted', answer: await call.make(await this.route(), this.patience) };
    } catch (error) {
      if (call.refusal) throw call.refusal;
      if (error instanceof RuleViolation) return { end: 'deferred', answer: error.code, isOurs: true };
      return judgeFailure(error as Error, call.isOffered);
    }
  }
}

/** One conversation with the other server about one letter. */
class Call {
  isOffered = false;
  /** Why the delivery row would not let us go on. */
  refusal: Error | undefined;

  constructor(
    private readonly mail: Outgoing,
    private readonly attempt: Attempt,
    private readonly signal: AbortSignal,
  ) {}

  /** Answers the server's words after the dot. */
  async make({ login, ...options }: MailRoute, patience: Patience): Promise<string> {
    this.signal.throwIfAborted();
    const line = new GuardedConnection({ ...options, ...timeouts(patience) }, this.mail, () => this.offer());
    const breakOff = () => line.breakOff(this.signal.reason as Error);
    this.signal.addEventListener('abort', breakOff);
    try {
      return await Promise.race([this.talk(line, login), line.broken]);
    } finally {
      this.signal.removeEventListener('abort', breakOff);
      line.close();
    }
  }

  private async talk(line: GuardedConnection, login: MailRoute['login']): Promise<string> {
    await asked((done) => line.connect(done));
    line.speakInTurns();
    await this.reach('connected');
    if (login) await asked((done) => line.login(login, done));
    const letter = new LetterStream(this.mail.bytes, () => this.isOffered && this.attempt.isHeld());
    const info = await asked<{ response: string }>((done) => line.send(this.envelope(), letter, done));
    if (!letter.isGiven) throw new Error('the server answered before it had the letter');
    line.quit();
    return info!.response;
  }

  /** What is on record before DATA is given: the recipient is accepted, and the letter is as good as gone. */
  private async offer(): Promise<void> {
    await this.reach('recipient-accepted');
    await this.reach('body-offered');
    this.isOffered = true;
    this.insistOnLease();
  }

  private async reach(stage: 'connected' | 'recipient-accepted' | 'body-offered'): Promise<void> {
    try {
      await this.attempt.reach(stage);
    } catch (error) {
      this.refusal = error as Error;
      throw error;
    }
  }

  /** A process that was stopped between the record and DATA may wake up when its delivery is somebody else's. */
  private insistOnLease(): void {
    if (this.attempt.isHeld()) return;
    this.refusal = new RuleViolation('delivery.lease-lost');
    throw this.refusal;
  }

  private envelope() {
    const { sender, recipient, bytes } = this.mail;
    return { from: sender, to: [recipient], size: bytes.length, use8BitMime: bytes.some((byte) => byte > 127) };
  }
}

const timeouts = ({ connecting, answer }: Patience): Options => ({
  connectionTimeout: connecting,
  greetingTimeout: connecting,
  socketTimeout: answer,
  socketCloseTimeout: 2000,
});

/** A verb of nodemailer as a promise. */
function asked<T>(ask: (done: (error?: Error | null, answer?: T) => void) => void): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    ask((error, answer) => (error ? reject(error) : resolve(answer)));
  });
}
