import { Injectable } from '@nestjs/common';
import type { SignedIn } from '#application/access/sessions.js';
import { EventLog } from '#application/event-log.js';
import { NoticeFile } from '#application/notice/notice-file.js';
import { NoticeList } from '#application/notice/notice-list.js';
import { Register } from '#application/provider/register.js';
import { canFollow } from '#domain/notice/notice-status.js';
import type { Notice } from '#domain/notice/notice.js';
import { reachOf } from '#domain/access/reach.js';
import { holds } from '#domain/access/right.js';
import { blank } from '../frame/form-state.js';
import { captureView, deliveryView, eventView, isForPeople, itemView, messageView } from './notice.view.js';
import { earlierView } from './earlier.view.js';
import { nextStep } from './next-step.js';

/** Everything the page of a notice shows. */
@Injectable()
export class NoticePage {
  constructor(
    private readonly file: NoticeFile,
    private readonly notices: NoticeList,
    private readonly register: Register,
    private readonly log: EventLog,
  ) {}

  async model(id: string, person: SignedIn): Promise<object> {
    const whole = await this.file.whole(id);
    const { notice, deliveries, messages } = whole;
    const earlier = await this.notices.about(
      notice.items.map((item) => item.canonicalUrl),
      id,
      reachOf(person),
    );
    const events = await this.log.of('notice', id);
    return {
      notice: { ...(await this.noticeView(notice, person)), ...mayOf(notice, person) },
      next: nextStep(whole),
      items: notice.items.map((item) => itemView(item, whole)),
      captures: whole.captures.map((capture) => captureView(capture, notice)),
      deliveries: deliveries.map(deliveryView),
      messages: messages.map(messageView),
      earlier: earlier.map(earlierView),
      events: events.filter(isForPeople).map(eventView).reverse(),
      form: blank(),
    };
  }

  private async noticeView(notice: Notice, { language }: SignedIn) {
    const { id, reference, caseId, status, version, origin, content, moments } = notice;
    const platform = content.platformCode === null ? null : (await this.register.platform(content.platformCode)).name;
    const grounds = await Promise.all(
      content.grounds.map(async ({ code, explanation, template }) => {
        const { law, article, titleNl, titleEn } = await this.register.ground(code);
        const title = language === 'nl' ? titleNl : titleEn;
        return { code, explanation, law, article, title, builtWith: template ? String(template.version) : null };
      }),
    );
    const { channel, measure, manipulated, language: written } = content;
    return {
      id,
      reference,
      caseId,
      status,
      version,
      origin,
      platform,
      grounds,
      channel,
      measure,
      manipulated,
      written,
      ...moments,
    };
  }
}

/** What this person may do with the notice as it stands. */
function mayOf(notice: Notice, { role }: SignedIn) {
  const mayWork = holds(role, 'case.write');
  return {
    mayWork,
    mayDescribe: mayWork && (notice.status === 'draft' || canFollow(notice.status, 'draft')),
    mayWithdraw: mayWork && canFollow(notice.status, 'withdrawn'),
    mayReopen: mayWork && notice.status === 'closed',
    blockers: notice.blockers(),
  };
}
