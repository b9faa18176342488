import { ImapMailbox } from '#adapters/mail/imap/imap-mailbox.js';
import { mailboxPlace } from '#adapters/mail/imap/mailbox-place.js';
import { MailIntake } from '#adapters/mail/intake/mail-intake.js';
import type { Settings } from '#adapters/settings/settings.js';
import type { Installation } from '#application/access/installation.js';
import type { MailSource } from '#application/correspondence/mail-source.js';
import type { MailboxCursors } from '#application/correspondence/mailbox-cursors.js';
import { domainOf } from '#domain/correspondence/mail-address.js';
import { sayTrouble } from './say.js';

/** Every way by which mail comes in here. */
export abstract class WaysIn {
  abstract readonly sources: readonly MailSource[];
}

/** The intake always, and the mailbox where the settings name one. */
export async function waysIn(settings: Settings, desk: Installation, cursors: MailboxCursors): Promise<WaysIn> {
  const { deskEmail } = await desk.organisation();
  const domains = [domainOf(deskEmail), settings.mailDomain];
  const place = { host: settings.mailHost, port: settings.mailPort, domains };
  const intake = new MailIntake(place, (trouble) => sayTrouble('intake', trouble));
  if (!settings.imap) return { sources: [intake] };
  const mailbox = mailboxPlace(settings.imap, () => desk.kind());
  return { sources: [intake, new ImapMailbox(mailbox, cursors, (trouble) => sayTrouble('imap', trouble))] };
}
