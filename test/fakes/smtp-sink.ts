import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';

/** The moments at which a mail server can do something else than say yes. */
export type Moment = 'connect' | 'mail' | 'rcpt' | 'data' | 'body' | 'dot';

/** Says no with a code, breaks the line off, falls silent, or lets the test do something first. */
export type Trick = number | 'drop' | 'hang' | (() => Promise<void> | void);

/** A mail that came in whole, up to the dot. */
export interface ArrivedAtSink {
  readonly from: string;
  readonly to: readonly string[];
  readonly bytes: Buffer;
}

export type Tricks = Partial<Record<Moment, Trick>>;
export type Line = 'plain' | 'starttls' | 'tls';

type Done = (error?: Error | null) => void;

/** A real SMTP server on a free loopback port that keeps what it gets and plays tricks when told to. */
export class SmtpSink {
  /** Every mail whose dot arrived, except those it answered with a refusal. */
  readonly arrived: ArrivedAtSink[] = [];
  /** Every moment it went through, in order. */
  readonly moments: Moment[] = [];
  /** How often somebody gave a password, which is always the wrong one. */
  passwords = 0;
  private readonly sockets = new Set<Socket>();
  private readonly server: SMTPServer;

  private constructor(
    private tricks: Tricks,
    line: Line,
  ) {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: line === 'starttls' ? [] : ['STARTTLS'],
      secure: line === 'tls',
      allowInsecureAuth: true,
      onAuth: (_, __, done) => {
        this.passwords += 1;
        done(Object.assign(new Error('5.7.8 wrong password'), { responseCode: 535 }));
      },
      logger: false,
      disableReverseLookup: true,
      closeTimeout: 100,
      size: 60_000_000,
      onConnect: (_, done) => void this.at('connect', done),
      onMailFrom: (_, __, done) => void this.at('mail', done),
      onRcptTo: (_, __, done) => void this.at('rcpt', done),
      onData: (stream, session, done) => this.take(stream, session, done),
    });
    this.server.on('error', () => undefined); // lines broken off on purpose
    this.server.server.on('connection', (socket) => this.sockets.add(socket));
  }

  /** With TLS it shows a certificate nobody vouches for. */
  static async open(tricks: Tricks = {}, line: Line = 'plain'): Promise<SmtpSink> {
    const sink = new SmtpSink(tricks, line);
    await new Promise<void>((resolve) => sink.server.listen(0, '127.0.0.1', resolve));
    return sink;
  }

  get port(): number {
    return (this.server.server.address() as AddressInfo).port;
  }

  /** From now on it does this. */
  play(tricks: Tricks): void {
    this.tricks = tricks;
  }

  drop(): void {
    for (const socket of this.sockets) socket.destroy();
    this.sockets.clear();
  }

  close(): Promise<void> {
    this.drop();
    return new Promise((resolve) => this.server.close(resolve));
  }

  private async at(moment: Moment, done: Done): Promise<void> {
    this.moments.push(moment);
    const trick = this.tricks[moment];
    if (typeof trick === 'function') await trick();
    if (trick === 'drop') this.drop();
    if (trick === 'drop' || trick === 'hang') return;
    done(typeof trick === 'number' ? Object.assign(new Error(`no at ${moment}`), { responseCode: trick }) : null);
  }

  private take(stream: SMTPServerDataStream, session: SMTPServerSession, done: Done): void {
    const pieces: Buffer[] = [];
    void this.at('data', (error) => error && this.refuseNow(session, error));
    stream.once('data', () => void this.at('body', () => undefined));
    stream.on('data', (piece: Buffer) => pieces.push(piece));
    stream.once('end', () => {
      const { mailFrom, rcptTo } = session.envelope;
      const from = mailFrom === false ? '' : mailFrom.address;
      const isTaken = typeof this.tricks.dot !== 'number';
      if (isTaken) this.arrived.push({ from, to: rcptTo.map((one) => one.address), bytes: Buffer.concat(pieces) });
      void this.at('dot', done);
    });
  }

  /** smtp-server has no way to refuse DATA itself, so the refusal is said before its 354, and the line ends. */
  private refuseNow(session: SMTPServerSession, error: Error & { responseCode?: number }): void {
    const connection = [...this.server.connections].find((one) => one.id === session.id);
    connection?.send(error.responseCode ?? 450, error.message);
    setImmediate(() => connection?.close());
  }
}
