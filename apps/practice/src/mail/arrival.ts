import { SMTPServer, type SMTPServerAddress, type SMTPServerSession } from 'smtp-server';

/** A mail as it came over SMTP; `keep` resolves once it is safe, and only then the sender hears 250. */
export interface ArrivedMail {
  readonly raw: Buffer;
  readonly envelopeFrom: string;
  readonly recipient: string;
}
export type Keep = (mail: ArrivedMail) => Promise<void>;

export interface Arrival {
  readonly port: number;
  close(): Promise<void>;
}

const LARGEST = 2 * 1024 * 1024;
const SLOW_SECONDS = 6;

/** Listens on loopback for mail to any address at practice.example; some addresses refuse, to practise with. */
export async function listenForMail(port: number, keep: Keep): Promise<Arrival> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    banner: 'practice platform',
    name: 'mx.practice.example',
    size: LARGEST,
    logger: false,
    disableReverseLookup: true,
    closeTimeout: 500,
    onRcptTo: (address, _session, done) => done(refusal(address.address)),
    onData: (stream, session, done) => {
      receive(stream, session, keep).then(
        () => done(),
        (error: Error) => done(error),
      );
    },
  });
  server.on('error', () => undefined); // a client that hangs up is no news to us
  const bound = await listening(server, port);
  return { port: bound, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

function listening(server: SMTPServer, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    const listener = server.listen(port, '127.0.0.1', () => {
      const bound = listener.address();
      resolve(typeof bound === 'object' && bound ? bound.port : port);
    });
  });
}

/** Which recipients are refused, and how; everything else at practice.example is welcome. */
function refusal(address: string): Error | undefined {
  const [local = '', domain = ''] = address.toLowerCase().split('@');
  if (domain !== 'practice.example') return smtpError(550, '5.7.1 We do not relay');
  if (local === 'unknown') return smtpError(550, '5.1.1 No such user here');
  return local === 'full' ? smtpError(452, '4.2.2 Mailbox full, try again later') : undefined;
}

async function receive(stream: AsyncIterable<Buffer>, session: SMTPServerSession, keep: Keep): Promise<void> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size <= LARGEST) chunks.push(chunk); // the rest is read and dropped, so that the client gets its answer
  }
  if (size > LARGEST) throw smtpError(552, '5.3.4 Message too big');
  const recipients = session.envelope.rcptTo.map((recipient) => recipient.address);
  if (recipients.some((address) => address.toLowerCase().startsWith('slow@'))) await pause(SLOW_SECONDS);
  await keep({
    raw: Buffer.concat(chunks),
    envelopeFrom: addressOf(session.envelope.mailFrom),
    recipient: recipients[0] ?? '',
  });
}

function addressOf(mailFrom: SMTPServerAddress | false): string {
  return mailFrom === false ? '' : mailFrom.address;
}

function smtpError(responseCode: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode });
}

const pause = (seconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, seconds * 1000).unref());
