import { RuleViolation } from '../rule-violation.js';

export const PASSWORD_MINIMUM = 12;
export const PASSWORD_MAXIMUM = 128;

/** What a password must not be made of: whose it is, what people here are called, and a list of common ones. */
export interface PasswordGround {
  /** Words that everybody thinks of first: the person's address and name, ours, and that of this program. */
  readonly words: readonly string[];
  /** Whether a text stands on a list of common passwords and words; given in lower case. */
  readonly isCommon: (text: string) => boolean;
}

/** Refuses a password that is too short, too long or easily guessed; asks no kinds of characters (ASVS 6.2.5). */
export function checkPassword(password: string, ground: PasswordGround): void {
  const length = [...password].length;
  if (length < PASSWORD_MINIMUM) throw new RuleViolation('access.password-too-short', { minimum: PASSWORD_MINIMUM });
  if (length > PASSWORD_MAXIMUM) throw new RuleViolation('access.password-too-long', { maximum: PASSWORD_MAXIMUM });
  if (isGuessable(password, ground)) throw new RuleViolation('access.password-guessable');
}

/** One common word with a few digits or marks around it, or written twice, is as easily guessed as the word. */
function isGuessable(password: string, { words, isCommon }: PasswordGround): boolean {
  const small = password.normalize('NFKC').toLowerCase();
  if (new Set(small).size < 4 || isRun(small)) return true;
  const own = words.flatMap(wordsIn);
  return coresOf(small).some((core) => core === '' || own.includes(core) || isCommon(core));
}

/** The password itself and what is left of it without what people add to make it long. */
function coresOf(small: string): readonly string[] {
  const bare = small.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const plain = unmasked(bare);
  const every = [small, bare, plain, unmasked(small), small.replaceAll(/[^\p{L}]/gu, '')];
  return [...new Set([...every, ...every.map(once)])];
}

/** Letters for the signs that stand for them: `w@chtw00rd`. */
const unmasked = (text: string): string => text.replaceAll(/[@4301$5!7]/g, (sign) => MASKS[sign] ?? sign);
const MASKS: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '0': 'o',
  '1': 'i',
  $: 's',
  '5': 's',
  '!': 'i',
  '7': 't',
};

/** A text that is one shorter text over and over is that shorter text. */
function once(text: string): string {
  for (let length = 1; length <= text.length / 2; length += 1) {
    const part = text.slice(0, length);
    if (text.length % length === 0 && part.repeat(text.length / length) === text) return part;
  }
  return text;
}

/** Characters that follow one another in the alphabet, among the digits or on a keyboard. */
const RUNS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  'qwertyuiopasdfghjklzxcvbnm',
  'azertyuiopqsdfghjklmwxcvbn',
];
const isRun = (small: string): boolean =>
  RUNS.some((run) => run.includes(small) || [...run].reverse().join('').includes(small));

/** A name or address whole, without its blanks, before the `@`, and each of its words of four letters or more. */
function wordsIn(text: string): readonly string[] {
  const small = text.toLowerCase();
  const parts = small.split(/[^\p{L}\p{N}]+/u).filter((part) => part.length >= 4);
  return [small, small.replaceAll(/\s/g, ''), small.split('@')[0] ?? '', ...parts].filter((word) => word !== '');
}
