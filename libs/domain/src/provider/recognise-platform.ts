import { hostOf, type AddressParts } from '../notice/canonical-url.js';
import { isOwnCode } from './own-code.js';

/** What recognition needs of a platform: its code and its host patterns, `host`, `host:port` or `host/first/path`. */
export interface RecognisablePlatform {
  readonly code: string;
  readonly hosts: readonly string[];
}

/** A host pattern taken apart; `port` and `path` are empty where the pattern leaves them open. */
export interface HostPattern {
  readonly host: string;
  readonly port: string;
  readonly path: string;
}

/** A host pattern with the platform that claims it. */
export interface KnownPattern extends HostPattern {
  readonly code: string;
}

const PATTERN = /^([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)(?::(\d{1,5}))?((?:\/[A-Za-z0-9._~-]+)*)$/;

/** Takes a host pattern apart; `null` where it is not one (capitals, scheme, wildcard, empty label, trailing slash). */
export function readHostPattern(pattern: string): HostPattern | null {
  const found = PATTERN.exec(pattern);
  if (!found?.[1] || found[1].includes('..')) return null;
  return { host: found[1], port: found[2] ?? '', path: found[3] ?? '' };
}

/** The hosts of the register, read once and asked many times. */
export class KnownHosts {
  private readonly byHost: ReadonlyMap<string, readonly KnownPattern[]>;

  constructor(platforms: readonly RecognisablePlatform[]) {
    const byHost = new Map<string, KnownPattern[]>();
    for (const { code, hosts } of platforms) {
      for (const pattern of hosts.map(readHostPattern).filter((one) => one !== null)) {
        byHost.set(pattern.host, [...(byHost.get(pattern.host) ?? []), { ...pattern, code }]);
      }
    }
    for (const patterns of byHost.values()) patterns.sort(inOrderOfAsking);
    this.byHost = byHost;
  }

  /** Each host with the platforms that claim it. */
  get all(): ReadonlyMap<string, readonly KnownPattern[]> {
    return this.byHost;
  }

  /**
   * Code of the platform an address belongs to, or `null` when none is sure: the host itself or a real subdomain of it
   * (www., m., nl.), never one that merely looks like it. The longest host answers. A pattern without a port means the
   * usual one: what answers at another port of that host is another program.
   */
  platformAt({ hostname, port, pathname }: AddressParts): string | null {
    return claimedBy(this.claimsOn(hostOf(hostname)), { port, pathname });
  }

  /** Every pattern that may claim a host, in the order in which they are asked. */
  claimsOn(host: string): readonly KnownPattern[] {
    const labels = host.split('.');
    return labels.flatMap((_, from) => this.byHost.get(labels.slice(from).join('.')) ?? []);
  }
}

/**
 * Of patterns that fit the same host, the one with the longest path answers. Of two that are the same, the one of the
 * reference data: who looked after its channels is known. Else the first code, so that it is the same one each time.
 */
const inOrderOfAsking = (one: KnownPattern, other: KnownPattern): number =>
  other.path.length - one.path.length ||
  Number(isOwnCode(one.code)) - Number(isOwnCode(other.code)) ||
  (one.code < other.code ? -1 : 1);

/** The platform whose pattern fits an address first, or `null`; `claims` are those on its host. */
export function claimedBy(
  claims: readonly KnownPattern[],
  { port, pathname }: Pick<AddressParts, 'port' | 'pathname'>,
): string | null {
  for (const known of claims) if (known.port === port && isUnder(pathname, known.path)) return known.code;
  return null;
}

const isUnder = (path: string, wanted: string): boolean => wanted === '' || `${path}/`.startsWith(`${wanted}/`);
