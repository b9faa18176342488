// A request as media type message/http has it (RFC 9112 section 10.1), without who we are: that is added when it leaves.

/** A request that posts JSON, as it was approved. */
export interface FrozenRequest {
  readonly origin: string;
  readonly path: string;
  /** Beside what every request of ours carries; names as they are sent. */
  readonly headers: Readonly<Record<string, string>>;
  /** JSON. */
  readonly body: Uint8Array;
}

const END_OF_HEAD = '\r\n\r\n';

/** The request as bytes; same request, same bytes. */
export function freeze({ origin, path, headers, body }: FrozenRequest): Uint8Array {
  const all = { Host: new URL(origin).host, 'Content-Type': 'application/json', ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  const head = [`POST ${path} HTTP/1.1`, ...lines].join('\r\n');
  return Buffer.concat([Buffer.from(head + END_OF_HEAD, 'latin1'), body]);
}

/** The same request again, for `origin`; null where the bytes are none of ours, or name another host. */
export function thaw(bytes: Uint8Array, origin: string): FrozenRequest | null {
  const all = Buffer.from(bytes);
  const end = all.indexOf(END_OF_HEAD);
  const [first = '', ...lines] = all.subarray(0, Math.max(end, 0)).toString('latin1').split('\r\n');
  const path = /^POST (\/[\w./-]+) HTTP\/1\.1$/.exec(first)?.[1];
  const pairs = lines.map((line) => /^([A-Za-z-]+): ([\x21-\x7e]+)$/.exec(line));
  if (path === undefined || pairs.includes(null)) return null;
  const {
    Host,
    'Content-Type': type,
    ...headers
  } = Object.fromEntries<string>(pairs.map((pair) => [pair![1]!, pair![2]!]));
  if (Host !== new URL(origin).host || type !== 'application/json') return null;
  return { origin, path, headers, body: all.subarray(end + END_OF_HEAD.length) };
}
