import { Controller, Get, Param } from '@nestjs/common';
import type { SignedIn } from '#application/access/sessions.js';
import { NoticeList } from '#application/notice/notice-list.js';
import { PlatformFile } from '#application/provider/platform-file.js';
import { reachOf } from '#domain/access/reach.js';
import type { FollowUpFigures } from '#domain/statistics/figures.js';
import { CurrentUser } from '../frame/current-user.decorator.js';
import { May } from '../frame/may.decorator.js';
import { Page } from '../frame/page.decorator.js';
import { noticeRowView } from '../notice/notice-row.view.js';
import { mayOf } from './platform.page.js';
import { ResponseRecord } from './response-record.js';

const LATEST = 20;

/** What a platform did with our notices in the past year, and the latest of them. */
@Controller('platforms/:code/response')
@May('statistics.read')
export class ResponseController {
  constructor(
    private readonly file: PlatformFile,
    private readonly record: ResponseRecord,
    private readonly notices: NoticeList,
  ) {}

  @Get()
  @Page('platforms/response')
  async show(@Param('code') code: string, @CurrentUser() person: SignedIn): Promise<object> {
    const { platform } = await this.file.standing(code);
    const { name, trustedFlagger } = platform.thing;
    const { figures, isPart } = await this.record.of(code, person);
    const latest = await this.notices.toPlatform(code, LATEST, reachOf(person));
    return {
      platform: { code, name, answersWithinHours: trustedFlagger.answersWithinHours },
      ...{ isPart, record: recordView(figures), query: `by=platform&from=${figures.period.from}` },
      notices: latest.map(noticeRowView),
      part: 'response',
      may: mayOf(person),
    };
  }
}

function recordView({ period, sent, total, pending, followUpPercentage, classes, times, ...figures }: FollowUpFigures) {
  return {
    ...{ from: period.from, to: period.to, sent, total, pending, followUpPercentage },
    classes: classes.map((one) => ({ ...one, codes: one.codes.map((code) => ({ ...code })) })),
    decision: { ...times.decisionHours },
    receipt: { ...times.acknowledgementHours },
    allowed: figures.timeAllowedDays.default,
    months: [...figures.groups]
      .sort((one, other) => (one.key < other.key ? 1 : -1))
      .map((group) => ({
        ...{ month: group.key, sent: group.sent, pending: group.pending },
        ...{ followUpPercentage: group.followUpPercentage, median: group.times.decisionHours.median },
      })),
  };
}
