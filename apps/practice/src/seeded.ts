/** A stream of numbers in [0, 1) that depends on its seed alone, so that the same notices get the same answers again. */
export type Dice = () => number;

/** 32-bit FNV-1a over the parts; stable across machines and Node versions. */
export function fingerprint(...parts: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const character of parts.join('\u0000')) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash;
}

/** mulberry32: small, public domain, good enough to vary words and pictures; never used for anything secret. */
export function dice(...seed: readonly (string | number)[]): Dice {
  let state = fingerprint(...seed);
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** One of the choices; throws on an empty list, which is a fault in our own data. */
export function pick<T>(roll: Dice, choices: readonly T[]): T {
  const choice = choices[Math.floor(roll() * choices.length)];
  if (choice === undefined) throw new Error('nothing to pick from');
  return choice;
}

/** A whole number from `low` to `high`, both included. */
export function between(roll: Dice, low: number, high: number): number {
  return low + Math.floor(roll() * (high - low + 1));
}

/** A string of that many characters of the alphabet, as ticket numbers and tokens have them. */
export function characters(roll: Dice, length: number, alphabet = '0123456789'): string {
  return Array.from({ length }, () => alphabet.charAt(Math.floor(roll() * alphabet.length))).join('');
}
