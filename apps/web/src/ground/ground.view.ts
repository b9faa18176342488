import type { DeskLanguage } from '#domain/access/preference.js';
import { CATEGORY_LABELS, isCategory } from '#domain/ground/category.js';
import { standingOn } from '#domain/ground/in-force.js';
import type { LegalGround } from '#domain/ground/legal-ground.js';

/** What a ground is called in the language of the page. */
export const titleOf = (ground: LegalGround, language: DeskLanguage): string =>
  language === 'nl' ? ground.titleNl : ground.titleEn;

/** Law and article as a caseworker says them. */
export const provisionOf = ({ law, article }: LegalGround): string => `${law} ${article}`;

/** A ground as a row of the list, with how it stood on a day. */
export function rowOf(ground: LegalGround, language: DeskLanguage, on: string) {
  const { code, confidence } = ground;
  return {
    code,
    confidence,
    title: titleOf(ground, language),
    provision: provisionOf(ground),
    ...standingView(ground, on),
  };
}

/** How a ground stood on a day, flat, so that a template can say it. */
export function standingView(ground: LegalGround, on: string) {
  const standing = standingOn(ground, on);
  return {
    standing: standing.kind,
    article: standing.kind === 'under-former-article' ? standing.article : null,
    day: standing.kind === 'not-yet' ? standing.from : 'until' in standing ? standing.until : null,
    successor: standing.kind === 'repealed' ? standing.successor : null,
  };
}

/** Everything the page of a ground tells beside its wordings. */
export function groundView(ground: LegalGround, language: DeskLanguage, on: string) {
  const { code, capturePolicy, mandateRule, csamException, validFrom, validTo, former, replacedBy } = ground;
  const { source, verifiedOn, confidence, questionsConfidence } = ground;
  return {
    ...{ code, capturePolicy, mandateRule, csamException, validFrom, validTo, former, replacedBy },
    ...{ source, verifiedOn, confidence, questionsConfidence },
    title: titleOf(ground, language),
    number: ground.article,
    provision: provisionOf(ground),
    law: language === 'nl' ? ground.lawNl : ground.lawEn,
    theme: ground.theme[language],
    note: language === 'nl' ? ground.noteNl : ground.noteEn,
    complaint: language === 'nl' ? ground.complaintNl : ground.complaintEn,
    category:
      ground.category !== null && isCategory(ground.category) ? CATEGORY_LABELS[ground.category][language] : null,
    ...standingView(ground, on),
  };
}
