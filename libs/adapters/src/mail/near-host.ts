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
  const near = await nearAddressOf(host);
  if (kind === 'live') return { host, isNear: near !== null };
  if (near === null) throw new RuleViolation('mail.host-not-loopback', { host });
  return { host: near, isNear: true };
}

/** The address at which a host is this machine; null where it is unknown, or also somebody else's. */
export async function nearAddressOf(host: string): Promise<string | null> {
  const addresses = await lookup(host, { all: true, order: 'ipv4first' }).catch(() => []);
  const isNear = addresses.every(({ address, family }) => isLoopback(address, family));
  return isNear ? (addresses[0]?.address ?? null) : null;
}

const isLoopback = (address: string, family: number): boolean =>
  LOOPBACK.check(address, family === 6 ? 'ipv6' : 'ipv4');
