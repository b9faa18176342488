import { isIP } from 'node:net';
import type { InstallationKind } from '#domain/access/organisation.js';
import type { Settings } from '../../settings/settings.js';
import { reachableHost } from '../near-host.js';
import type { MailboxPlace } from './imap-mailbox.js';

/** How the settings reach the mailbox. Off this machine the line is encrypted before the password is given, always. */
export function mailboxPlace(imap: NonNullable<Settings['imap']>, kind: () => Promise<InstallationKind>): MailboxPlace {
  const { host: named, port, secure, user = '', password: pass = '', folder } = imap;
  return {
    name: `${user}@${named}/${folder}`,
    folder,
    async options() {
      const { host, isNear } = await reachableHost(named, await kind());
      const servername = isIP(named) ? {} : { servername: named };
      const encryption = secure ? { secure } : { secure, doSTARTTLS: !isNear };
      const patience = { connectionTimeout: 30_000, greetingTimeout: 30_000, socketTimeout: 55_000 };
      return { host, port, auth: { user, pass }, logger: false, ...encryption, ...servername, ...patience };
    },
  };
}
