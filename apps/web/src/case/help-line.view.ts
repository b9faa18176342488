import type { DeskLanguage } from '#domain/access/preference.js';
import type { HelpLine } from '#domain/case/help-line.js';

/** Help lines as a page shows them, in its language. */
export const helpLineViews = (lines: readonly HelpLine[], language: DeskLanguage) =>
  lines.map(({ code, nameNl, nameEn, reachNl, reachEn, confidence }) => ({
    ...{ code, confidence },
    name: language === 'nl' ? nameNl : nameEn,
    reach: language === 'nl' ? reachNl : reachEn,
  }));
