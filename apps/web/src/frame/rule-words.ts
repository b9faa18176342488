import type { RuleViolation } from '#domain/rule-violation.js';

/** Rules that refuse because the thing itself has moved on; the person must look again first. */
const CONFLICTS = [
  'version.outdated',
  'notice.status-cannot-follow',
  'escalation.status-cannot-follow',
  'notice.approval-asked-already',
  'notice.approval-not-asked',
  'delivery.handed-in-already',
  'delivery.called-back-meanwhile',
  'delivery.refused-by-form-already',
  'delivery.in-other-hands',
  'message.already-handled',
  'message.understood-already',
  'message.linked-elsewhere',
  'access.email-taken',
  'case.news-outdated',
];

/** Rules that ask for time. */
const TOO_OFTEN = ['access.wait'];

/** 429 what is tried too often, 404 what does not exist, 409 what has moved on meanwhile, 422 what the person can mend in the form. */
export function statusOf(rule: RuleViolation): 404 | 409 | 422 | 429 {
  if (TOO_OFTEN.includes(rule.code)) return 429;
  if (rule.code.endsWith('.not-found')) return 404;
  return CONFLICTS.includes(rule.code) || /\.(outdated|already-there)$/.test(rule.code) ? 409 : 422;
}

/** Keys of words for a rule: `errors.<code>`, and `blockers.<code>` for each blocker it names. */
export function wordsOf(rule: RuleViolation): string[] {
  const { blockers } = rule.facts;
  const named = Array.isArray(blockers) ? blockers.map((blocker) => `blockers.${blockerCode(blocker)}`) : [];
  return [`errors.${rule.code}`, ...named];
}

const blockerCode = (blocker: unknown): string =>
  typeof blocker === 'object' && blocker !== null ? String((blocker as { code: unknown }).code) : String(blocker);
