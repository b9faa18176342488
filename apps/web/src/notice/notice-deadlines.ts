import { Injectable } from '@nestjs/common';
import { Installation } from '#application/access/installation.js';
import type { Delivery } from '#domain/correspondence/delivery.js';
import { isInOtherHands } from '#domain/correspondence/in-hands.js';
import type { Notice } from '#domain/notice/notice.js';
import { timeAllowed } from '#domain/statistics/time-allowed.js';
import { deadlineView, type DeadlineView } from '../case/deadline.view.js';
import { Todays } from '../case/todays.js';

/** The longest time that is counted down second by second. */
const MOST_COUNTED = 60;

/** The clocks that run for a notice: until when it can be called back, and when the time for an answer ends. */
@Injectable()
export class NoticeDeadlines {
  constructor(
    private readonly installation: Installation,
    private readonly todays: Todays,
  ) {}

  /** Until when a letter that waits to leave can be called back, and how many seconds that is from now. */
  async leaving(deliveries: readonly Delivery[]) {
    const last = deliveries.at(-1);
    if (last?.state !== 'queued' || last.nextTryAt === null) return null;
    const { now } = await this.todays.now();
    const seconds = Math.ceil((last.nextTryAt.getTime() - now.getTime()) / 1000);
    return { until: last.nextTryAt, seconds: Math.max(0, seconds), counts: seconds > 0 && seconds <= MOST_COUNTED };
  }

  /** Whether a colleague of this person has the form before them that waits to be handed in; it is theirs to call back. */
  async inOtherHands(deliveries: readonly Delivery[], userId: string): Promise<boolean> {
    const { now } = await this.todays.now();
    return deliveries.some(({ state, inHands }) => state === 'queued' && isInOtherHands(inHands, userId, now));
  }

  /** When the time for an answer ends; null before it left and after every address has its answer. */
  async answer({ status, moments: { sentAt } }: Notice): Promise<DeadlineView | null> {
    if (sentAt === null || (status !== 'sent' && status !== 'acknowledged')) return null;
    return deadlineView(timeAllowed(await this.installation.organisation())(sentAt), await this.todays.now());
  }
}
