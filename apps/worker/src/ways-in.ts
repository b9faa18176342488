import { MailIntake } from '#adapters/mail/intake/mail-intake.js';
import type { Settings } from '#adapters/settings/settings.js';
import type { Installation } from '#application/access/installation.js';
import type { MailSource } from '#application/correspondence/mail-source.js';
import { domainOf } from '#domain/correspondence/mail-address.js';
import { sayTrouble } from './say.js';

/** Every way by which mail comes in here. */
export abstract class WaysIn {
  abstract readonly sources: readonly MailSource[];
}

/** The intake always. */
export async function waysIn(settings: Settings, installation: Installation): Promise<WaysIn> {
  const { deskEmail } = await installation.organisation();
  const domains = [domainOf(deskEmail), settings.mailDomain];
  const place = { host: settings.mailHost, port: settings.mailPort, domains };
  return { sources: [new MailIntake(place, (trouble) => sayTrouble('intake', trouble))] };
}
