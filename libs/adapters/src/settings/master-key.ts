/** A key as an operator may give it, or why it is none; what was given is never repeated. */
export type GivenKey = { readonly key: Uint8Array } | { readonly problem: string };

/** Reads a master key of at least 32 random bytes, in hexadecimal or base64url. */
export function readKey(text: string): GivenKey {
  const bytes = bytesOf(text);
  if (!bytes) return { problem: 'is neither base64url nor hexadecimal' };
  if (bytes.length < 32) return { problem: `holds ${bytes.length} bytes, which is too short` };
  return isGuessable(bytes) ? { problem: 'is not random: anybody could guess it' } : { key: bytes };
}

function bytesOf(text: string): Uint8Array | undefined {
  if (/^([0-9a-f]{2})+$/i.test(text)) return Buffer.from(text, 'hex');
  return /^[\w+/-]+={0,2}$/.test(text) ? Buffer.from(text, 'base64') : undefined; // takes base64url as well
}

/**
 * What stands in examples and manuals: one byte over and over, a pattern that repeats, bytes that count on, or words.
 * Of 32 random bytes fewer than 16 different ones, or 32 printable ones, turn up less than once in 10^13 keys.
 */
function isGuessable(bytes: Uint8Array): boolean {
  const different = new Set(bytes).size;
  const steps = new Set(bytes.slice(1).map((byte, at) => byte - bytes[at]!));
  return different < 16 || steps.size === 1 || bytes.every((byte) => byte >= 0x20 && byte < 0x7f);
}
