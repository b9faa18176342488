import { DateTime } from 'luxon';
import type { LetterLanguage } from '#domain/notice/codes.js';

const LOCALES: Readonly<Record<LetterLanguage, string>> = { nl: 'nl-NL', en: 'en-GB' };

/** A day as letters write it, in a zone: `21 November 2026`. */
export const longDay = (moment: Date, zone: string, language: LetterLanguage): string =>
  DateTime.fromJSDate(moment, { zone }).setLocale(LOCALES[language]).toFormat('d MMMM yyyy');
