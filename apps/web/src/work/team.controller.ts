import { Controller, Get } from '@nestjs/common';
import type { SignedIn } from '#application/access/sessions.js';
import { AGES, TeamWork, type PersonWork } from '#application/case/team-work.js';
import { reachOf } from '#domain/access/reach.js';
import { CurrentUser } from '../frame/current-user.decorator.js';
import { May } from '../frame/may.decorator.js';
import { Page } from '../frame/page.decorator.js';

/** How the work is divided, for who divides it; only of cases they may read. */
@Controller('team')
@May('team.read')
export class TeamController {
  constructor(private readonly work: TeamWork) {}

  @Get()
  @Page('work/team')
  async show(@CurrentUser() person: SignedIn): Promise<object> {
    const rows = await this.work.within(reachOf(person));
    const most = Math.max(1, ...rows.map(({ cases }) => cases));
    const ages = AGES.map((age) => ({ age, count: sum(rows.map(({ waiting }) => waiting[age])) }));
    const oldest = Math.max(1, ...ages.map(({ count }) => count));
    return {
      rows: rows.map((row) => ({ ...row, bar: steps(row.cases, most), href: hrefOf(row) })),
      ages: ages.map(({ age, count }) => ({ age, count, bar: steps(count, oldest) })),
      total: sum(rows.map(({ cases }) => cases)),
      overdue: sum(rows.map(({ overdue }) => overdue)),
      nobodys: rows.find(({ userId }) => userId === null)?.cases ?? 0,
    };
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** Width of a bar in whole percents of the longest. */
const steps = (count: number, most: number): number => Math.round((100 * count) / most);

const hrefOf = ({ userId }: PersonWork): string => `/cases?assignee=${userId ?? 'nobody'}`;
