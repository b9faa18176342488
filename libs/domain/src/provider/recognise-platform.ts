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

const PATTERN = /^([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)(?::(\d{1,5}))?((?:\/[A-Za-z0-9._~-]+)*)$/;

/** Takes a host pattern apart; `null` where it is not one (capitals, scheme, wildcard, empty label, trailing slash). */
export function readHostPattern(pattern: string): HostPattern | null {
  const found = PATTERN.exec(pattern);
  if (!found?.[1] || found[1].includes('..')) return null;
  return { host: found[1], port: found[2] ?? '', path: found[3] ?? '' };
}

/**
 * Code of the platform an address belongs to, or `null` when none is sure: the host itself or a real subdomain of it
 * (www., m., nl.), never one that merely looks like it. Where several patterns fit, the longest one answers.
 */
export function recognisePlatform(url: string, platforms: readonly RecognisablePlatform[]): string | null {
  const address = readAddress(url);
  if (!address) return null;
  const fitting = platforms.flatMap(({ code, hosts }) =>
    hosts.filter((pattern) => fits(address, pattern)).map((pattern) => ({ code, pattern })),
  );
  fitting.sort((a, b) => b.pattern.length - a.pattern.length);
  return fitting[0]?.code ?? null;
}

function readAddress(url: string): HostPattern | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname, port, pathname } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') return null;
  return { host: hostname.replace(/\.$/, ''), port, path: pathname };
}

function fits(address: HostPattern, pattern: string): boolean {
  const wanted = readHostPattern(pattern);
  if (!wanted) return false;
  const sameHost = address.host === wanted.host || address.host.endsWith(`.${wanted.host}`);
  const samePort = wanted.port === '' || address.port === wanted.port;
  return sameHost && samePort && `${address.path}/`.startsWith(`${wanted.path}/`);
}
