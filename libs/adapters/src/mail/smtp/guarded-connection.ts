import SMTPConnection, { type Options } from 'nodemailer/lib/smtp-connection';

/** The one envelope a connection may speak of. */
export interface Envelope {
  readonly sender: string;
  readonly recipient: string;
}

/** What nodemailer 10.6.0 keeps to itself and we rest upon; `guarded-connection.spec.ts` fails when it changes. */
interface Inner {
  _sendCommand(this: SMTPConnection, command: string, shown?: string): void;
  readonly _supportedExtensions: string[];
}

const inner = SMTPConnection.prototype as unknown as Inner;

/**
 * nodemailer's SMTP connection (RFC 5321) with a gate before DATA: nodemailer gives DATA as soon as it can, even
 * together with RCPT (PIPELINING), and we have something to put on record in between.
 */
export class GuardedConnection extends SMTPConnection {
  private trouble: ((error: Error) => void) | undefined;

  /** `beforeData` runs once the recipient is accepted; DATA follows only when it resolves. */
  constructor(
    options: Options,
    private readonly envelope: Envelope,
    private readonly beforeData: () => Promise<void>,
  ) {
    super(options);
  }

  /** Rejects when the gate stays shut or the line breaks while nobody else would hear of it. */
  readonly broken = new Promise<never>((_, reject) => {
    this.trouble = reject;
    this.on('error', reject);
  });

  /** Each command waits for the answer to the one before, so that at DATA the recipient is known to be accepted. */
  speakInTurns(): void {
    const extensions = (this as unknown as Inner)._supportedExtensions;
    if (extensions.includes('PIPELINING')) extensions.splice(extensions.indexOf('PIPELINING'), 1);
  }

  /** Ends the conversation at once. */
  breakOff(error: Error): void {
    this.trouble?.(error);
    this.close();
  }

  _sendCommand(command: string, shown?: string): void {
    if (!this.isOfEnvelope(command)) return this.breakOff(new Error('envelope differs from the delivery'));
    if (command !== 'DATA') return inner._sendCommand.call(this, command, shown);
    this.beforeData().then(
      () => inner._sendCommand.call(this, command, shown),
      (error: Error) => this.breakOff(error),
    );
  }

  /** Last look at what leaves: libraries have turned one address into two (nodemailer #1289, GHSA-c7w3-x93f-qmm8). */
  private isOfEnvelope(command: string): boolean {
    const { sender, recipient } = this.envelope;
    if (/[\r\n]/.test(command)) return false;
    if (command.startsWith('RCPT')) return command === `RCPT TO:<${recipient}>`;
    return !command.startsWith('MAIL') || `${command} `.startsWith(`MAIL FROM:<${sender}> `);
  }
}
