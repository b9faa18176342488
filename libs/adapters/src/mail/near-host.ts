import { lookup } from 'node:dns/promises';
import { BlockList } from 'node:net';
import type { InstallationKind } from '#domain/access/organisation.js';
import { RuleViolation } from '#domain/rule-violation.js';

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

/** A mail host as it may be reached: by name, or on a practice desk by the very address that was looked at. */
export interface ReachableHost {
  readonly host: string;
  /** It is this machine, so that the line needs no encryption. */
  readonly isNear: boolean;
}

/** Refuses `mail.host-not-loopback` for a practice desk, which reaches this machine only, whatever the settings. */
export async function reachableHost(host: string, kind: InstallationKind): Promise<ReachableHost> {
  const addresses = await lookup(host, { all: true, order: 'ipv4first' }).catch(() => []);
  const isNear = addresses.length > 0 && addresses.every(({ address, family }) => isLoopback(address, family));
  if (kind === 'live') return { host, isNear };
  if (!isNear) throw new RuleViolation('mail.host-not-loopback', { host });
  return { host: addresses[0]!.address, isNear };
}

const isLoopback = (address: string, family: number): boolean =>
  LOOPBACK.check(address, family === 6 ? 'ipv6' : 'ipv4');
