import { createTransport, type Transporter } from 'nodemailer';
import type { ReadyMail } from './mime.js';

/** How an attempt ended: `unreachable` nobody answered, `later` the desk said 4xx, `refused` it said 5xx. */
export type Attempt =
  { readonly result: 'sent' } | { readonly result: 'unreachable' | 'later' | 'refused'; readonly trouble: string };

/** Brings mail to the desk's own intake on this machine, one connection per mail. */
export class Courier {
  private readonly transport: Transporter;

  constructor(deskMail: { readonly host: string; readonly port: number }) {
    this.transport = createTransport({
      host: deskMail.host,
      port: deskMail.port,
      name: 'mx.practice.example',
      ignoreTLS: true,
      connectionTimeout: 5000,
      greetingTimeout: 5000,
      socketTimeout: 20000,
    });
  }

  async bring({ raw, envelope }: ReadyMail): Promise<Attempt> {
    try {
      await this.transport.sendMail({ envelope, raw });
      return { result: 'sent' };
    } catch (error) {
      const code = (error as { responseCode?: number }).responseCode ?? 0;
      const trouble = error instanceof Error ? error.message : String(error);
      return { result: code >= 500 ? 'refused' : code >= 400 ? 'later' : 'unreachable', trouble };
    }
  }

  close(): void {
    this.transport.close();
  }
}
