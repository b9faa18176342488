import type { DomainEvent } from '../event.js';
import type { Line } from '../notice/codes.js';
import { isNews, type News, type NewsCode } from '../outcome/news.js';
import { RuleViolation } from '../rule-violation.js';

/** Whether the help-seeker was told, or nobody could reach them: a helpline is anonymous. */
export const TOLD_WAYS = ['told', 'not-reachable'] as const;
export type ToldWay = (typeof TOLD_WAYS)[number];

/** What somebody read of a notice, and told. */
export interface Read {
  readonly noticeId: string;
  readonly code: NewsCode;
  readonly partly: boolean;
}

/** That a named person told the help-seeker how a notice stood, or could not; told once, it stays told until that changes. */
export interface Telling extends Read {
  readonly caseId: string;
  readonly how: ToldWay;
  readonly by: string;
}

/** The record with its event, which carries ids and codes; refuses to record that nothing was told. */
export function tell(
  { caseId, by }: Pick<Telling, 'caseId' | 'by'>,
  read: readonly Read[],
  how: ToldWay,
): { tellings: Telling[]; event: DomainEvent } {
  if (read.length === 0) throw new RuleViolation('case.nothing-to-tell');
  const facts = { how, notices: read.map(({ noticeId }) => noticeId), codes: read.map(({ code }) => code) };
  const event = { kind: 'help-seeker-told', subject: 'case', subjectId: caseId, facts } as const;
  return { tellings: read.map((one) => ({ ...one, caseId, how, by })), event };
}

/** Refuses `case.news-outdated` where the notice stands otherwise than what was read. */
export function assertStill(read: Read, news: News | null): void {
  if (news?.code !== read.code || news.partly !== read.partly) throw new RuleViolation('case.news-outdated');
}

/** Whether somebody should tell it yet: a hotline hears from strangers, whom nobody can tell. */
export const waitsToBeTold = (line: Line, { code }: Pick<News, 'code'>, told: boolean): boolean =>
  line !== 'hotline' && isNews({ code }) && !told;
