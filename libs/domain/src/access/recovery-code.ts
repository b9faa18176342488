/** How many recovery codes a person gets at a time. */
export const RECOVERY_CODES = 10;
/** Letters and digits that are not taken for one another, 32 of them: sixteen make 80 bits. */
const LETTERS = '23456789abcdefghijkmnpqrstuvwxyz';
const LENGTH = 16;

/** A recovery code from sixteen random bytes, in groups of four. */
export function recoveryCode(random: Uint8Array): string {
  if (random.length !== LENGTH) throw new Error('a recovery code takes sixteen random bytes');
  const letters = Array.from(random, (byte) => LETTERS[byte % LETTERS.length]);
  return [0, 4, 8, 12].map((at) => letters.slice(at, at + 4).join('')).join('-');
}

/** A recovery code as it is compared: without blanks and dashes, in lower case; what has another length is none. */
export function tidyRecoveryCode(typed: string): string | undefined {
  const tidy = typed.toLowerCase().replaceAll(/[\s-]/g, '');
  return tidy.length === LENGTH ? tidy : undefined;
}
