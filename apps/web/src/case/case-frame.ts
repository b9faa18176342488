import { Injectable } from '@nestjs/common';
import { Colleagues } from '#application/access/colleagues.js';
import type { SignedIn } from '#application/access/sessions.js';
import { CaseList, type CaseTally } from '#application/case/case-list.js';
import { holds } from '#domain/access/right.js';
import type { CaseFile } from '#domain/case/case-file.js';
import { nextForCase, type CaseNeed } from '#domain/case/next-for-case.js';
import { dayIn, daysLater } from '#domain/instant.js';
import { deadlineView, type Today } from './deadline.view.js';
import { Todays } from './todays.js';

/** The parts of a case in the order of their tabs; each has an address of its own. */
export const CASE_TABS = ['overview', 'notices', 'messages', 'evidence', 'tasks', 'timeline', 'access'] as const;
export type CaseTab = (typeof CASE_TABS)[number];

/** A case with what stands around every page of it. */
export interface FramedCase {
  readonly file: CaseFile;
  readonly tally: CaseTally;
  readonly today: Today;
  readonly need: CaseNeed;
  /** What the template asks for: identity bar, tabs, what somebody may do. */
  readonly frame: object;
}

/** Gathers what stands around every page of a case: who and what it is, how long there is, its tabs. */
@Injectable()
export class CaseFrame {
  constructor(
    private readonly cases: CaseList,
    private readonly colleagues: Colleagues,
    private readonly todays: Todays,
  ) {}

  async of(id: string, person: SignedIn, tab: CaseTab | null): Promise<FramedCase> {
    const [file, tally, today] = await Promise.all([this.cases.one(id), this.cases.tally(id), this.todays.now()]);
    const [assignee] = file.assignee === null ? [] : await this.colleagues.named([file.assignee]);
    const need = nextForCase(file, tally, { now: today.now, day: dayAfter(today) });
    const mayWork = holds(person.role, 'case.write');
    const { reference, version, status, openedAt, closedAt, confidentiality, content } = file;
    const frame = {
      case: { id, reference, version, status, openedAt, closedAt, confidentiality, ...content },
      bar: { platforms: tally.platforms, assignee: assignee?.name ?? null, isMine: assignee?.id === person.userId },
      deadline: status === 'open' ? deadlineView(tally.dueAt, today) : null,
      tabs: CASE_TABS.map((key) => ({ key, href: hrefOf(id, key), current: key === tab, count: countOf(tally, key) })),
      need,
      mayWork,
      mayChange: mayWork && status === 'open',
    };
    return { file, tally, today, need, frame };
  }
}

const hrefOf = (id: string, tab: CaseTab): string => (tab === 'overview' ? `/cases/${id}` : `/cases/${id}/${tab}`);

/** Numbers beside tabs: what is there, and of messages what nobody has handled. */
const countOf = ({ notices, unanswered }: CaseTally, tab: CaseTab): number | null =>
  ({ notices, messages: unanswered })[tab as string] || null;

const dayAfter =
  ({ now, calendar }: Today) =>
  (days: number): string =>
    dayIn(daysLater(now, days, calendar.zone), calendar.zone);
