/** Terms that the page explains, in the order of the work; a test holds their words equal to docs/glossary.md. */
export const GLOSSARY_TERMS = [
  ...(['designation', 'trusted-flagger', 'coordinator', 'help-seeker', 'person-affected', 'uploader'] as const),
  ...(['provider', 'platform', 'case-file', 'line', 'confidentiality', 'mandate', 'notice', 'regime'] as const),
  ...(['content-item', 'locator', 'legal-ground', 'category', 'explanation', 'wording', 'measure-asked'] as const),
  ...(['bona-fide-statement', 'letter', 'channel', 'delivery', 'blocker', 'approve', 'recall', 'withdraw'] as const),
  ...(['capture', 'capture-policy', 'evidence-item', 'digest', 'message', 'match', 'reading', 'receipt'] as const),
  ...(['decision', 'outcome', 'action-taken', 'redress', 'follow-up', 'follow-up-percentage', 'time-allowed'] as const),
  ...(['escalation', 'complaint', 'dossier', 'annual-report'] as const),
] as const;
