import { numbersOf } from '../ground/ground-items.js';
import { lacksSecond } from '../ground/second-text.js';
import { RuleViolation } from '../rule-violation.js';
import { isBonaFideText, type BonaFide } from './bona-fide-text.js';
import { isExpressionWeighed, isStopped } from './notice-answers.js';
import type { Notice } from './notice.js';
import { whyNotReportable } from './scope.js';

/**
 * What still stands in the way of sending; the first four are the elements of Art. 16(2) DSA, those from `hotline-ground`
 * on stand around the notice (`blockersAround`).
 */
export const BLOCKERS = [
  'explanation-missing',
  'location-missing',
  'submitter-missing',
  'bona-fide-missing',
  'ground-missing',
  'platform-missing',
  'channel-missing',
  'danger-unanswered',
  'danger-unheeded',
  'scope-unanswered',
  'not-reportable',
  'imagery-unanswered',
  'expression-missing',
  'ground-location-missing',
  'second-text-missing',
  'hotline-ground',
  'minor-in-case',
  'address-elsewhere',
  'channel-unusable',
  'channel-unverified',
  'channel-language',
  'channel-limits',
  'mandate-ended',
] as const;
export type Blocker = (typeof BLOCKERS)[number];

/** The shortest text that can be a sufficiently substantiated explanation; below it a reader learns nothing. */
export const SHORTEST_EXPLANATION = 20;

type Check = readonly [Blocker, (notice: Notice) => boolean];

/** Asked when a notice is made ready: everything but the statement of good faith, which belongs to the act of sending. */
const CHECKS: readonly Check[] = [
  ['ground-missing', (notice) => notice.content.grounds.length === 0],
  ['explanation-missing', (notice) => !notice.content.grounds.every((ground) => isExplained(ground.explanation))],
  ['location-missing', (notice) => notice.items.length === 0],
  [
    'submitter-missing',
    (notice) => notice.content.submitterName.trim() === '' || notice.content.submitterEmail.trim() === '',
  ],
  ['platform-missing', (notice) => notice.content.platformCode === null],
  ['channel-missing', ({ content }) => content.channel === null && content.platformCode !== null],
  ['danger-unanswered', (notice) => notice.content.answers.danger === null],
  ['danger-unheeded', (notice) => isStopped(notice.content.answers)],
  ['scope-unanswered', (notice) => notice.content.answers.scope === null],
  ['not-reportable', (notice) => whyNotReportable(notice.content.answers.scope) !== null],
  ['imagery-unanswered', (notice) => notice.content.answers.imagery === undefined],
  ['expression-missing', (notice) => !isExpressionWeighed(notice.content.answers)],
  [
    'ground-location-missing',
    ({ content, items }) => items.length > 0 && content.grounds.some((one) => numbersOf(one, items).length === 0),
  ],
  ['second-text-missing', ({ content }) => content.grounds.some((one) => lacksSecond(one, content.answers.alsoIn))],
];

export const blockersOf = (notice: Notice): Blocker[] =>
  CHECKS.filter(([, stands]) => stands(notice)).map(([blocker]) => blocker);

export const isExplained = (explanation: string): boolean => explanation.trim().length >= SHORTEST_EXPLANATION;

/** The statement of good faith lacks who states it, or is of a text that never existed. */
export const statementMissing = ({ by, textVersion }: BonaFide): Blocker[] =>
  by.trim() !== '' && isBonaFideText(textVersion) ? [] : ['bona-fide-missing'];

/** Refuses as long as something stands in the way, naming it. */
export function refuseWhile(blockers: readonly Blocker[]): void {
  if (blockers.length > 0) throw new RuleViolation('notice.incomplete', { blockers });
}
