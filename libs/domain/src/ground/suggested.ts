import type { Imagery } from '../notice/notice-answers.js';
import type { LegalGround } from './legal-ground.js';

type Fits = (ground: LegalGround) => boolean;

/** What a ground has to be to fit what can be seen, read from what its pack says of it, so that no country is named here. */
const FITS: Readonly<Record<Imagery, Fits>> = {
  none: () => false,
  person: ({ category, mandateRule }) =>
    category === 'STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS' && mandateRule === 'person-concerned',
  'sexual-adult': ({ keyword }) => keyword !== null && keyword.startsWith('KEYWORD_NON_CONSENSUAL'),
  'sexual-minor': ({ csamException }) => csamException,
};

/** Grounds that often fit what was answered; a suggestion, never a verdict. */
export const suggestedBy = (imagery: Imagery | undefined, grounds: readonly LegalGround[]): LegalGround[] =>
  grounds.filter(FITS[imagery ?? 'none']);
