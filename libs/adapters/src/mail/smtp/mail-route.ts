import { isIP } from 'node:net';
import type { Options } from 'nodemailer/lib/smtp-connection';
import type { InstallationKind } from '#domain/access/organisation.js';
import { RuleViolation } from '#domain/rule-violation.js';
import type { MailServer, Settings } from '../../settings/settings.js';
import { reachableHost } from '../near-host.js';

/** How to reach the server that takes our mail, in nodemailer's words, and who we are there. */
export type MailRoute = Options & { readonly login?: { readonly user: string; readonly pass: string } };

type MailSettings = Pick<Settings, 'smtp' | 'practiceMailPort' | 'mailDomain'>;

/**
 * Where our mail goes. A practice desk reaches loopback only (`mail.host-not-loopback`); a live desk never falls back on
 * the practice platform (`mail.no-smtp-host`), for a notice sent there would count as sent.
 */
export async function mailRoute(settings: MailSettings, kind: InstallationKind): Promise<MailRoute> {
  if (kind === 'live' && !settings.smtp) throw new RuleViolation('mail.no-smtp-host');
  const server: MailServer = settings.smtp ?? { host: '127.0.0.1', port: settings.practiceMailPort, secure: false };
  const { host, isNear } = await reachableHost(server.host, kind);
  return { host, port: server.port, name: settings.mailDomain, ...encryption(server, isNear), ...loginOf(server) };
}

const loginOf = ({ user, password }: MailServer) =>
  user === undefined ? {} : { login: { user, pass: password ?? '' } };

/** A password never leaves in the clear, and where TLS was asked for there is no way back to plain text. */
function encryption(server: MailServer, isNear: boolean): Options {
  const servername = isIP(server.host) ? {} : { servername: server.host };
  if (server.secure) return { secure: true, ...servername };
  if (isNear) return { secure: false, ignoreTLS: true };
  return { secure: false, requireTLS: server.user !== undefined, ...servername };
}
