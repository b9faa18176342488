/** What the log was at a moment: its last entry and how many there were. */
export interface Head {
  readonly seq: number;
  /** SHA-256 of the last entry, in hexadecimal; 64 zeros where there is none. */
  readonly hash: string;
  readonly count: number;
}

/** A signed head, kept outside the database: it shows what the chain alone cannot, a cut tail and a full rewrite. */
export interface Anchor extends Head {
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** Which key signed: the first 16 hexadecimal digits of SHA-256 over the 32 bytes of the public key. */
  readonly keyId: string;
  /** Ed25519 over `anchorText`, in base64. */
  readonly signature: string;
}

/** Where the chain begins: the entry before the first. */
export const NO_ENTRY: Head = { seq: 0, hash: '0'.repeat(64), count: 0 };

/** What is signed of an anchor: six lines, each ended by a line feed. */
export const anchorText = ({ seq, hash, count, at, keyId }: Omit<Anchor, 'signature'>): string =>
  ['seinpost-anchor-1', seq, hash, count, at, keyId].map((line) => `${line}\n`).join('');

/** An anchor as it stands on one line of the file and of the mail. */
export const anchorLine = ({ seq, hash, count, at, keyId, signature }: Anchor): string =>
  JSON.stringify({ seq, hash, count, at, keyId, signature });

/** The anchors among the lines of a text; what is no anchor, such as a last line cut by a crash, is passed over. */
export function anchorsIn(text: string): Anchor[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const found = line.trim().startsWith('{') ? parsed(line) : undefined;
    return isAnchor(found) ? [found] : [];
  });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;

function isAnchor(value: unknown): value is Anchor {
  if (typeof value !== 'object' || value === null) return false;
  const { seq, hash, count, at, keyId, signature } = value as Record<string, unknown>;
  const texts = [at, keyId, signature].every((text) => typeof text === 'string');
  return isCount(seq) && isCount(count) && texts && typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash);
}
