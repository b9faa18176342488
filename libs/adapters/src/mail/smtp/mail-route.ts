import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import type { Options } from 'nodemailer/lib/smtp-connection';
import type { InstallationKind } from '#domain/access/organisation.js';
import { RuleViolation } from '#domain/rule-violation.js';
import type { MailServer, Settings } from '../../settings/settings.js';

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

/** How to reach the server that takes our mail, in nodemailer's words, and who we are there. */
export type MailRoute = Options & { readonly login?: { readonly user: string; readonly pass: string } };

type MailSettings = Pick<Settings, 'smtp' | 'practiceMailPort' | 'mailDomain'>;

/**
 * Where our mail goes. A practice desk reaches loopback only, whatever the settings (`mail.host-not-loopback`), by the
 * very address that was looked at; a live desk never falls back on the practice platform (`mail.no-smtp-host`).
 */
export async function mailRoute(settings: MailSettings, kind: InstallationKind): Promise<MailRoute> {
  const name = settings.mailDomain;
  if (kind === 'live' && !settings.smtp) throw new RuleViolation('mail.no-smtp-host');
  const server: MailServer = settings.smtp ?? { host: '127.0.0.1', port: settings.practiceMailPort, secure: false };
  const isNear = await isLoopback(server.host);
  if (kind === 'practice' && !isNear) throw new RuleViolation('mail.host-not-loopback', { host: server.host });
  const host = kind === 'practice' ? await nearAddress(server.host) : server.host;
  return { host, port: server.port, name, ...encryption(server, isNear), ...loginOf(server) };
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

/** Whether every address of a host is loopback; a name that cannot be looked up is not. */
export async function isLoopback(host: string): Promise<boolean> {
  const addresses = await lookup(host, { all: true }).catch(() => []);
  return addresses.length > 0 && addresses.every(({ address, family }) => isNearby(address, family));
}

async function nearAddress(host: string): Promise<string> {
  const addresses = await lookup(host, { all: true, order: 'ipv4first' });
  return addresses.find(({ address, family }) => isNearby(address, family))?.address ?? '127.0.0.1';
}

const isNearby = (address: string, family: number): boolean => LOOPBACK.check(address, family === 6 ? 'ipv6' : 'ipv4');
