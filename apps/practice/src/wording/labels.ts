import type { AnswerKind } from '../scripts/answer-kind.js';

type Labels = Readonly<Partial<Record<AnswerKind, string>>>;

/** A decision in a few words, for the table in a letter about several addresses. */
export const DECISION_LABELS: Readonly<Record<'nl' | 'en', Labels>> = {
  nl: {
    'removed-terms': 'Verwijderd (gebruiksvoorwaarden)',
    'removed-law': 'Verwijderd (illegale inhoud)',
    reversed: 'Alsnog verwijderd',
    'geo-blocked': 'Niet beschikbaar in Nederland',
    'account-suspended': 'Account geschorst',
    'age-restricted': 'Leeftijdsbeperking ingesteld',
    labelled: 'Gelabeld, minder zichtbaar',
    'no-violation': 'Geen overtreding, blijft staan',
    'not-found': 'Niet gevonden',
    private: 'Niet beschikbaar, account is besloten',
    'already-removed': 'Was al verwijderd',
    'not-entitled': 'Alleen de betrokkene zelf kan dit melden',
    'wrong-channel': 'Verkeerd formulier',
    insufficient: 'Gesloten, onvoldoende informatie',
    'under-review': 'Nog in behandeling',
  },
  en: {
    'removed-terms': 'Removed (terms of service)',
    'removed-law': 'Removed (illegal content)',
    reversed: 'Removed after all',
    'geo-blocked': 'Not available in the Netherlands',
    'account-suspended': 'Account suspended',
    'age-restricted': 'Age-restricted',
    labelled: 'Labelled, reduced distribution',
    'no-violation': 'No violation, remains available',
    'not-found': 'Could not be found',
    private: 'Not available, content is private',
    'already-removed': 'Had already been removed',
    'not-entitled': 'Only the person concerned may report this',
    'wrong-channel': 'Not the right form',
    insufficient: 'Closed, insufficient information',
    'under-review': 'Still under review',
  },
};
