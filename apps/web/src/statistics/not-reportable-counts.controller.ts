import { Controller, Get } from '@nestjs/common';
import type { SignedIn } from '#application/access/sessions.js';
import { SetAsideCounts, type SetAsideCount } from '#application/notice/set-aside-counts.js';
import { isEverything, reachOf } from '#domain/access/reach.js';
import { CATEGORY_LABELS, isCategory } from '#domain/ground/category.js';
import { NOT_REPORTABLE } from '#domain/notice/scope.js';
import { CurrentUser } from '../frame/current-user.decorator.js';
import { May } from '../frame/may.decorator.js';
import { Page } from '../frame/page.decorator.js';

/** What could not be reported under the DSA, counted per reason, and per platform and topic. */
@Controller('follow-up/not-reportable')
@May('statistics.read')
export class NotReportableCountsController {
  constructor(private readonly counts: SetAsideCounts) {}

  @Get()
  @Page('follow-up/not-reportable')
  async show(@CurrentUser() person: SignedIn): Promise<object> {
    const reach = reachOf(person);
    const found = await this.counts.within(reach);
    return {
      isPart: !isEverything(reach),
      reasons: NOT_REPORTABLE.map((because) => ({ because, count: sum(found, because) })),
      total: found.reduce((sofar, { count }) => sofar + count, 0),
      rows: found.map(({ category, ...row }) => ({
        ...row,
        topic: isCategory(category) ? CATEGORY_LABELS[category][person.language] : category,
      })),
    };
  }
}

const sum = (found: readonly SetAsideCount[], because: string): number =>
  found.filter((row) => row.because === because).reduce((sofar, { count }) => sofar + count, 0);
