/** Under which rules a notice is sent; only `article-22` counts in the trusted flagger's figures by default. */
export const REGIMES = ['article-22', 'ordinary', 'voluntary', 'ntd'] as const;
export type Regime = (typeof REGIMES)[number];

/** Where a notice came from: written at this desk, or taken over from an earlier administration. */
export const ORIGINS = ['desk', 'imported'] as const;
export type Origin = (typeof ORIGINS)[number];

/** What we ask the platform to do. */
export const MEASURES = ['none', 'remove', 'de-index', 'restrict', 'account', 'preserve'] as const;
export type Measure = (typeof MEASURES)[number];

/** What kind of information stands at the address. */
export const CONTENT_TYPES = [
  'post',
  'image',
  'video',
  'story',
  'profile',
  'group',
  'comment',
  'search-result',
  'other',
] as const;
export type ContentType = (typeof CONTENT_TYPES)[number];

/** Languages a letter can be written in. */
export const LETTER_LANGUAGES = ['nl', 'en'] as const;
export type LetterLanguage = (typeof LETTER_LANGUAGES)[number];

/** Whether pictures were made or changed by software (design.md §2, CaseFile). */
export const MANIPULATIONS = ['none', 'edited', 'ai-generated', 'unknown'] as const;
export type Manipulation = (typeof MANIPULATIONS)[number];

/** The lines of the organisation that take reports. */
export const LINES = ['helpline', 'hotline', 'prevention-line'] as const;
export type Line = (typeof LINES)[number];

/** The ways to reach a platform. */
export const CHANNEL_KINDS = ['email', 'web-form', 'portal', 'api'] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];
