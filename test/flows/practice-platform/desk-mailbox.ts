import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A mail as the desk's intake would get it. */
export interface ArrivedAnswer {
  readonly from: string;
  readonly to: string;
  readonly raw: string;
  readonly mail: ParsedMail;
}

/** Stands in for the desk's mail intake: a real SMTP listener on a free port of loopback. */
export class DeskMailbox {
  private readonly arrived: ArrivedAnswer[] = [];
  private readonly waiting: ((answer: ArrivedAnswer) => void)[] = [];

  private constructor(
    private server: SMTPServer,
    readonly port: number,
  ) {}

  static async open(): Promise<DeskMailbox> {
    const server = listener((answer) => mailbox.put(answer));
    const mailbox = new DeskMailbox(server, await listen(server, 0));
    return mailbox;
  }

  /** The next answer, waiting for it when it is not there yet. */
  next(): Promise<ArrivedAnswer> {
    const [first] = this.arrived.splice(0, 1);
    return first ? Promise.resolve(first) : new Promise((resolve) => this.waiting.push(resolve));
  }

  async take(count: number): Promise<ArrivedAnswer[]> {
    const answers: ArrivedAnswer[] = [];
    while (answers.length < count) answers.push(await this.next());
    return answers;
  }

  /** Waits until something is so; the test's own time limit ends it. */
  async settled(isSo: () => boolean): Promise<void> {
    while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 10));
  }

  shut(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  async reopen(): Promise<void> {
    this.server = listener((answer) => this.put(answer));
    await listen(this.server, this.port);
  }

  close(): Promise<void> {
    return this.shut();
  }

  private put(answer: ArrivedAnswer): void {
    const [waiter] = this.waiting.splice(0, 1);
    if (waiter) waiter(answer);
    else this.arrived.push(answer);
  }
}

function listener(put: (answer: ArrivedAnswer) => void): SMTPServer {
  return new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 200,
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks);
        const { mailFrom, rcptTo } = session.envelope;
        void simpleParser(raw).then((mail) => {
          done();
          put({
            from: mailFrom ? mailFrom.address : '',
            to: rcptTo[0]?.address ?? '',
            raw: raw.toString('latin1'),
            mail,
          });
        });
      });
    },
  });
}

function listen(server: SMTPServer, port: number): Promise<number> {
  return new Promise((resolve) => {
    const socket = server.listen(port, '127.0.0.1', () => {
      const bound = socket.address();
      resolve(typeof bound === 'object' && bound ? bound.port : port);
    });
  });
}
