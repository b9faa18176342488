import type { Blocker } from '#domain/notice/blockers.js';
import type { Notice } from '#domain/notice/notice.js';

/** The page of the wizard on which each thing that stands in the way is mended; `check` where no page does. */
const PAGES: Readonly<Record<Blocker, string>> = {
  'explanation-missing': 'grounds',
  'location-missing': 'content',
  'submitter-missing': 'check',
  'bona-fide-missing': 'check',
  'ground-missing': 'grounds',
  'platform-missing': 'channel',
  'channel-missing': 'channel',
  'danger-unanswered': 'danger',
  'danger-unheeded': 'help',
  'scope-unanswered': 'scope',
  'not-reportable': 'scope',
  'imagery-unanswered': 'imagery',
  'expression-missing': 'grounds',
  'ground-location-missing': 'grounds',
  'second-text-missing': 'channel',
  'hotline-ground': 'grounds',
  'minor-in-case': 'imagery',
  'address-elsewhere': 'content',
  'channel-unusable': 'channel',
  'channel-unverified': 'channel',
  'channel-language': 'channel',
  'channel-limits': 'channel',
  'mandate-ended': 'person',
};

/** The name of the page on which a blocker is mended. */
export const pageOf = (blocker: Blocker): string => PAGES[blocker];

/** A blocker with the address of the page that mends it; a mandate is the case's own matter. */
export const mending = ({ id, caseId }: Pick<Notice, 'id' | 'caseId'>, blocker: Blocker) => ({
  blocker,
  href: blocker === 'mandate-ended' ? `/cases/${caseId}/edit` : `/notices/${id}/write/${PAGES[blocker]}`,
});
