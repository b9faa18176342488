import type { Confidence } from '../provider/platform.js';
import type { ElementQuestion } from './element-question.js';

/** What may be captured of content notified on a ground, from most to least (law.md §4.7). */
export type GroundCapturePolicy = 'full' | 'masked' | 'metadata' | 'forbidden';

/** Who must stand behind a notice on a ground: the person shown, the author, the relatives, nobody in particular, or the hotline alone. */
export const MANDATE_RULES = ['person-concerned', 'author', 'relatives', 'anyone', 'hotline-only'] as const;
export type MandateRule = (typeof MANDATE_RULES)[number];

/** The number a provision had before it was renumbered; `validTo` is its last day (ISO). */
export interface FormerArticle {
  readonly article: string;
  readonly validTo: string;
  readonly confidence: Confidence;
}

/** What grounds are grouped by on pages, in the words of the pack. */
export interface Theme {
  readonly code: string;
  readonly nl: string;
  readonly en: string;
}

/** The provision a notice relies on (Art. 16(2)(a) DSA), as the country's data pack describes it. */
export interface LegalGround {
  readonly code: string;
  /** ISO 3166 alpha-2 of the pack it comes from. */
  readonly country: string;
  /** Its place in the pack; grounds of one theme follow one another. */
  readonly position: number;
  /** Abbreviation of the law, and its name in full as letters write it. */
  readonly law: string;
  readonly lawNl: string;
  readonly lawEn: string;
  readonly article: string;
  readonly titleNl: string;
  readonly titleEn: string;
  readonly theme: Theme;
  /** `STATEMENT_CATEGORY_…`; null where the law list names none. */
  readonly category: string | null;
  readonly keyword: string | null;
  readonly capturePolicy: GroundCapturePolicy;
  readonly mandateRule: MandateRule;
  /** Art. 16(2)(c): name and e-mail need not be given. */
  readonly csamException: boolean;
  readonly complaintOffence: boolean;
  /** What prosecution only on complaint means for the help-seeker; empty where it does not apply. */
  readonly complaintNl: string;
  readonly complaintEn: string;
  /** What a caseworker should know; empty where there is nothing. */
  readonly noteNl: string;
  readonly noteEn: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly replacedBy: string | null;
  readonly former: readonly FormerArticle[];
  /** Whose answers say why the provision's elements are met, in the order they are asked. */
  readonly questions: readonly ElementQuestion[];
  readonly questionsSource: string;
  readonly questionsConfidence: Confidence;
  readonly source: string;
  readonly verifiedOn: string | null;
  readonly confidence: Confidence;
}
