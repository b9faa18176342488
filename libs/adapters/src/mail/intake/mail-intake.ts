// SMTP: RFC 5321. LMTP: RFC 2033. Size: RFC 1870.
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { MailSource, type TakeMail } from '#application/correspondence/mail-source.js';
import { domainOf } from '#domain/correspondence/mail-address.js';
import { wholeMail } from './whole-mail.js';

/** Bytes of the largest mail we take. */
const LARGEST = 50 * 1024 * 1024;

/** Where the intake listens and for which domains it takes mail. */
export interface IntakePlace {
  readonly host: string;
  readonly port: number;
  readonly domains: readonly string[];
}

type Done<T = unknown> = (error?: Error | null, answer?: T) => void;

/**
 * A mail server of our own for mail to the desk alone; it relays nothing. Speaks SMTP, and LMTP to whoever opens with
 * LHLO. The other side hears 250 only when the bytes are committed, and 451, which makes it try again, when they are not.
 */
export class MailIntake extends MailSource {
  private readonly server: SMTPServer;
  private take: TakeMail = () => Promise.reject(new Error('not started'));

  constructor(
    private readonly place: IntakePlace,
    private readonly onTrouble: (trouble: unknown) => void,
    largest = LARGEST,
  ) {
    super();
    this.server = new SMTPServer({
      ...{ authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], disableReverseLookup: true, logger: false },
      ...{ size: largest, maxClients: 10, closeTimeout: 3000, name: domainOf(`@${place.domains[0] ?? 'localhost'}`) },
      onConnect: (session, done) => done(this.teachLmtp(session)),
      onRcptTo: ({ address }, _, done) =>
        done(this.isOurs(address) ? null : refusal(550, '5.7.1 not one of our addresses')),
      onData: (stream, session, done) => void this.receive(stream, session, largest, done as Done),
    });
    this.server.on('error', () => undefined); // a line that breaks; the other side still has its mail
  }

  /** The port it listens on, once started. */
  get port(): number {
    const address = this.server.server.address();
    return typeof address === 'object' ? (address?.port ?? 0) : 0;
  }

  override start(take: TakeMail): Promise<void> {
    this.take = take;
    const { host, port } = this.place;
    return new Promise((resolve, reject) => {
      this.server.server.once('error', reject);
      this.server.listen(port, host, resolve);
    });
  }

  override stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(resolve));
  }

  private isOurs(address: string): boolean {
    return this.place.domains.some((domain) => domain.toLowerCase() === domainOf(address));
  }

  private async receive(stream: SMTPServerDataStream, session: SMTPServerSession, largest: number, done: Done) {
    const bytes = await wholeMail(stream, largest);
    if (bytes === null) return answer(session, done, refusal(552, `5.3.4 larger than ${largest} bytes`));
    try {
      await this.take({ bytes, source: 'intake', receivedAt: new Date(), receivedSource: 'server' });
      answer(session, done, 'kept');
    } catch (trouble) {
      this.onTrouble(trouble);
      answer(session, done, refusal(451, '4.3.0 cannot be kept just now, try again later'));
    }
  }

  /** LHLO is EHLO by another name (RFC 2033 §4.1); smtp-server knows it only where it knows nothing else. */
  private teachLmtp(session: SMTPServerSession): null {
    const connection = [...this.server.connections].find((one) => one.id === session.id);
    if (connection) Object.assign(connection, { handler_LHLO: Reflect.get(connection, 'handler_EHLO') });
    return null;
  }
}

/** One answer by SMTP, one for each recipient by LMTP (RFC 2033 §4.2). */
function answer(session: SMTPServerSession, done: Done, said: string | Error): void {
  if (session.openingCommand === 'LHLO')
    done(
      null,
      session.envelope.rcptTo.map(() => said),
    );
  else if (typeof said === 'string') done(null, said);
  else done(said);
}

const refusal = (responseCode: number, words: string): Error => Object.assign(new Error(words), { responseCode });
