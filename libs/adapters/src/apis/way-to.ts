import type { InstallationKind } from '#domain/access/organisation.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { AddressGate } from '../browser/address-gate.js';
import { nearAddressOf } from '../mail/near-host.js';
import { ApiTrouble } from './api-trouble.js';

/** How to reach a server: by the very address that was looked at, so that a name that changes its mind gains nothing. */
export interface Way {
  /** As the server knows itself, with the port where it is not the usual one. */
  readonly host: string;
  /** For TLS: the name, or the address where there is none. */
  readonly name: string;
  readonly address: string;
  readonly port: number;
  readonly isEncrypted: boolean;
}

/**
 * The way to an origin (`https://host[:port]`). A live desk speaks to public addresses only and never in plain text
 * (`api.not-encrypted`, `api.host-not-public`); a practice desk to this machine only (`api.host-not-loopback`).
 */
export async function wayTo(origin: string, kind: InstallationKind): Promise<Way> {
  const { protocol, hostname, host, port: given } = new URL(origin);
  const isEncrypted = protocol === 'https:';
  const port = Number(given) || (isEncrypted ? 443 : 80);
  const name = hostname.replace(/^\[|\]$/g, '');
  const address = kind === 'practice' ? await nearAddress(name) : await publicAddress({ name, port, isEncrypted });
  return { host, name, address, port, isEncrypted };
}

async function nearAddress(host: string): Promise<string> {
  const address = await nearAddressOf(host);
  if (address === null) throw new RuleViolation('api.host-not-loopback', { host });
  return address;
}

async function publicAddress({ name: host, port, isEncrypted }: Pick<Way, 'name' | 'port' | 'isEncrypted'>) {
  if (!isEncrypted) throw new RuleViolation('api.not-encrypted', { host });
  const verdict = await new AddressGate([]).judge(host, port);
  if (verdict.kind === 'unknown-host') throw new ApiTrouble('no-name');
  if (verdict.kind === 'refused') throw new RuleViolation('api.host-not-public', { host });
  return verdict.address;
}
