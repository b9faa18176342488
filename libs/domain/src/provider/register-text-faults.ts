import { DESK_LANGUAGES } from '../access/preference.js';
import type { Platform } from './platform.js';

/** A text of the reference lists that somebody could not read: where it stands, and in which language it lacks. */
interface TextFault {
  readonly path: readonly (string | number)[];
  readonly code: 'missing-language' | 'empty';
  readonly value: unknown;
}

type Path = TextFault['path'];

/** Texts that only one of the desk's readers could read, or that say nothing where something must be said. */
export function textFaults(platform: Platform, at: number): TextFault[] {
  const { channels, otherWays, onlyPersonConcerned, trustedFlagger, replies } = platform;
  return [
    ...each(channels).flatMap(([channel, n]) => [
      ...inBoth(channel?.note, [at, 'channels', n, 'note']),
      ...each(channel?.knownDefects).flatMap(([one, m]) =>
        said(one?.what, [at, 'channels', n, 'knownDefects', m, 'what']),
      ),
    ]),
    ...each(otherWays).flatMap(([one, n]) => inBoth(one?.note, [at, 'otherWays', n, 'note'])),
    ...inBoth(trustedFlagger?.note, [at, 'trustedFlagger', 'note']),
    ...each(onlyPersonConcerned).flatMap(([one, n]) => [
      ...said(one?.about, [at, 'onlyPersonConcerned', n, 'about']),
      ...said(one?.who, [at, 'onlyPersonConcerned', n, 'who']),
    ]),
    ...inBoth(replies, [at, 'replies']),
  ];
}

/** A text may be empty, but never in one language only. */
function inBoth(text: unknown, path: Path): TextFault[] {
  const given = DESK_LANGUAGES.map((language) => [language, wordsIn(text, language)] as const);
  const isEmpty = given.every(([, words]) => words === '');
  return given.flatMap(([language, words]) =>
    isEmpty || words ? [] : [{ path: [...path, language], code: 'missing-language' as const, value: language }],
  );
}

/** A text that must say something. */
function said(text: unknown, path: Path): TextFault[] {
  const isEmpty = DESK_LANGUAGES.every((language) => wordsIn(text, language) === '');
  return isEmpty ? [{ path, code: 'empty', value: '' }] : inBoth(text, path);
}

/** The words in a language without space around; null where there is no text for it at all. */
function wordsIn(text: unknown, language: string): string | null {
  const words = typeof text === 'object' && text !== null ? (text as Record<string, unknown>)[language] : null;
  return typeof words === 'string' ? words.trim() : null;
}

const each = <T>(list: readonly T[] | undefined): readonly (readonly [T | undefined, number])[] =>
  Array.isArray(list) ? (list as readonly T[]).map((one, n) => [one, n] as const) : [];
