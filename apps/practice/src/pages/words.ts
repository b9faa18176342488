import { WORDS_EN } from './words-en.js';
import { WORDS_NL, type PageWords } from './words-nl.js';

export type Language = 'nl' | 'en';

export function wordsIn(language: Language): PageWords {
  return language === 'nl' ? WORDS_NL : WORDS_EN;
}

/** An instant as people read it, to the second, in the platform's own zone. */
export function shownTime(instant: string, language: Language): string {
  return new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZone: 'Europe/Amsterdam',
  }).format(new Date(instant));
}

export function shownDay(instant: string, language: Language): string {
  return new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'Europe/Amsterdam',
  }).format(new Date(instant));
}
