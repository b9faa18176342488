import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { isPublicAddress } from './public-address.js';

/** All addresses of a host name. */
export type Resolve = (host: string) => Promise<readonly string[]>;

/** What the gate decided about one host and port. */
export type Verdict =
  | { readonly kind: 'open'; readonly address: string }
  | { readonly kind: 'refused'; readonly why: 'port' | 'not-public'; readonly address: string | null }
  | { readonly kind: 'unknown-host' };

/** The only ports a page is fetched from; others are a way to talk to mail servers and databases. */
const WEB_PORTS = new Set([80, 443]);

const systemResolve: Resolve = async (host) => {
  const found = await lookup(host, { all: true, verbatim: true });
  return found.map((entry) => entry.address);
};

/**
 * Decides which addresses a capture may touch. A name is looked up once per capture and its verdict kept, so that a name
 * that changes its answer between check and use (DNS rebinding) gains nothing. One private answer among several refuses.
 */
export class AddressGate {
  private readonly verdicts = new Map<string, Promise<Verdict>>();
  private readonly allow: ReadonlySet<string>;

  constructor(
    allow: readonly string[],
    private readonly resolve: Resolve = systemResolve,
  ) {
    this.allow = new Set(allow.map((entry) => entry.toLowerCase()));
  }

  judge(host: string, port: number): Promise<Verdict> {
    const name = host.toLowerCase().replace(/^\[|\]$/g, '').replace(/\.$/, ''); // prettier-ignore
    const key = `${name}:${port}`;
    const known = this.verdicts.get(key);
    if (known) return known;
    const verdict = this.decide(name, port, this.allow.has(key) || this.allow.has(`[${name}]:${port}`));
    this.verdicts.set(key, verdict);
    return verdict;
  }

  private async decide(name: string, port: number, allowed: boolean): Promise<Verdict> {
    if (!allowed && !WEB_PORTS.has(port)) return { kind: 'refused', why: 'port', address: null };
    const addresses = await this.addressesOf(name);
    const [first] = addresses;
    if (first === undefined) return { kind: 'unknown-host' };
    const inside = allowed ? undefined : addresses.find((address) => !isPublicAddress(address));
    return inside === undefined
      ? { kind: 'open', address: first }
      : { kind: 'refused', why: 'not-public', address: inside };
  }

  private readonly names = new Map<string, Promise<readonly string[]>>();

  private addressesOf(name: string): Promise<readonly string[]> {
    if (isIP(name) !== 0) return Promise.resolve([name]);
    const known = this.names.get(name);
    if (known) return known;
    const found = this.resolve(name).catch(() => []);
    this.names.set(name, found);
    return found;
  }
}
