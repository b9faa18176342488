import { type AnchorBook, AnchorPost } from '#application/access/anchor-places.js';
import type { Installation } from '#application/access/installation.js';
import type { Transport } from '#application/correspondence/transport.js';
import type { Anchor } from '#domain/access/anchor.js';
import type { Settings } from '../../settings/settings.js';
import { anchorMail } from './anchor-mail.js';

type MailSettings = Pick<Settings, 'smtp' | 'anchorMail' | 'mailDomain'>;

/** What the post asks of the desk. */
interface Sources {
  readonly installation: Installation;
  readonly book: AnchorBook;
  readonly transport: Transport;
}

/** Mails anchors by our own mail server to the addresses of the settings, else to every auditor who may sign in. */
export class SmtpAnchorPost extends AnchorPost {
  constructor(
    private readonly settings: MailSettings,
    private readonly desk: Sources,
  ) {
    super();
  }

  async send(anchors: readonly Anchor[], signal: AbortSignal): Promise<string | null> {
    // The practice platform would take the mail for a notice, and nobody would keep it.
    if (!this.settings.smtp && (await this.desk.installation.kind()) === 'practice') return 'no-mail-server';
    const recipients = await this.recipients();
    if (recipients.length === 0) return 'no-auditors';
    const { deskEmail } = await this.desk.installation.organisation();
    const troubles = await Promise.all(recipients.map((to) => this.carry(anchors, { from: deskEmail, to }, signal)));
    return troubles.find((trouble) => trouble !== null) ?? null;
  }

  private recipients(): Promise<readonly string[]> | readonly string[] {
    return this.settings.anchorMail.length > 0 ? this.settings.anchorMail : this.desk.book.auditors();
  }

  private async carry(
    anchors: readonly Anchor[],
    { from, to }: { from: string; to: string },
    signal: AbortSignal,
  ): Promise<string | null> {
    const bytes = anchorMail(anchors, { from, to, domain: this.settings.mailDomain, at: new Date() });
    const attempt = { reach: () => Promise.resolve(), isHeld: () => true, signal };
    const mail = { format: 'mail', sender: from, recipient: to, bytes } as const;
    const { end, answer, isOurs } = await this.desk.transport.carry(mail, attempt);
    if (end === 'accepted') return null;
    return isOurs && /^[a-z][a-z0-9.-]*$/.test(answer) ? answer : `mail-${end}`;
  }
}
