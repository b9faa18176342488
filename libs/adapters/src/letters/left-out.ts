import type { LetterWords } from './letter-words.js';

/** What a person reads beside a letter of that for which its channel had no room; nothing where all fitted. */
export const leftOut = (left: readonly string[], { leftOut: says }: Pick<LetterWords, 'leftOut'>): string[] =>
  left.length === 0 ? [] : [says, ...left.flatMap((text) => text.split('\n')).map((line) => `    ${line}`), ''];
