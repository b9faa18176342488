import { Injectable } from '@nestjs/common';
import type { SignedIn } from '#application/access/sessions.js';
import { EventLog } from '#application/event-log.js';
import { NoticeFile } from '#application/notice/notice-file.js';
import { NoticeList } from '#application/notice/notice-list.js';
import { isLeft } from '#domain/notice/arising.js';
import { canFollow } from '#domain/notice/notice-status.js';
import type { Notice } from '#domain/notice/notice.js';
import { reachOf } from '#domain/access/reach.js';
import { holds } from '#domain/access/right.js';
import { blank } from '../frame/form-state.js';
import { captureView, deliveryView, eventView, isForPeople, itemView, messageView, whoseEvent } from './notice.view.js';
import { earlierViews } from './earlier.view.js';
import { folded } from './folded-events.js';
import { nextStep } from './next-step.js';
import { NoticeFacts, type ApprovalView } from './notice-facts.js';

/** Everything the page of a notice shows. */
@Injectable()
export class NoticePage {
  constructor(
    private readonly file: NoticeFile,
    private readonly notices: NoticeList,
    private readonly facts: NoticeFacts,
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
    const missing = await this.facts.missing(notice);
    return {
      notice: { ...(await this.facts.of(notice, person.language)), ...mayOf(notice, person), missing },
      ...{ related: whole.related, again: againOf(notice, person) },
      withdrawal: notice.content.answers.withdrawal ?? null,
      approval: await this.approval(notice, person),
      next: nextStep(whole, missing.length === 0),
      inOtherHands: await this.facts.deadlines.inOtherHands(deliveries, person.userId),
      leaving: await this.facts.deadlines.leaving(deliveries),
      deadline: await this.facts.deadlines.answer(notice),
      whyNoCapture: await this.facts.whyNoCapture(notice),
      items: notice.items.map((item) => itemView(item, whole)),
      captures: whole.captures.map((capture) => captureView(capture, notice)),
      deliveries: deliveries.map(deliveryView),
      messages: messages.map(messageView),
      ...earlierViews(earlier),
      events: folded(events.filter(isForPeople).reverse(), whoseEvent).map(eventView),
      form: blank(),
    };
  }

  /** What a second person is asked or said about it. */
  approval(notice: Notice, person: SignedIn): Promise<ApprovalView> {
    return this.facts.approval(notice, person.userId);
  }
}

/** How this person may write of the same matter once more. */
function againOf(notice: Notice, { role }: SignedIn) {
  const mayCopy = holds(role, 'case.write') && notice.caseId !== null;
  const isOut = notice.moments.sentAt !== null && notice.status !== 'withdrawn';
  return {
    mayCopy,
    mayFollowUp: mayCopy && isOut && notice.items.some(isLeft),
    maySplit: mayCopy && notice.status === 'draft' && notice.items.length > 1,
  };
}

/** What this person may do with the notice as it stands. */
function mayOf(notice: Notice, { role }: SignedIn) {
  const mayWork = holds(role, 'case.write');
  return {
    mayWork,
    mayDescribe: mayWork && (notice.status === 'draft' || canFollow(notice.status, 'draft')),
    mayApprove: holds(role, 'notice.approve'),
    mayWithdraw: mayWork && canFollow(notice.status, 'withdrawn'),
    mayReopen: mayWork && notice.status === 'closed',
  };
}
