import { Injectable } from '@nestjs/common';
import { Delivery } from '#domain/correspondence/delivery.js';
import type { Actor } from '#domain/event.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { Books, type OpenBooks, type Which } from '../books.js';
import { Clock } from '../clock.js';
import { Identities } from '../identities.js';

/** A withdrawal; `letterDigest` is the letter that tells the platform, null for a notice that never left. */
export interface Withdrawal extends Which {
  readonly letterDigest: string | null;
  readonly by: Actor;
}

/** A caseworker takes a notice back; a platform that has it is told by letter. */
@Injectable()
export class WithdrawNotice {
  constructor(
    private readonly books: Books,
    private readonly clock: Clock,
    private readonly identities: Identities,
  ) {}

  async run({ by, letterDigest, ...which }: Withdrawal): Promise<void> {
    const at = this.clock.now();
    const deliveryId = this.identities.id();
    await this.books.together(by, async (books) => {
      const notice = await books.notices.change(which, (one) => one.withdraw(at));
      if (notice.moments.sentAt === null) return callBackAll(books, notice.id, at);
      await tell(books, { noticeId: notice.id, deliveryId, letterDigest, at });
    });
  }
}

/** Nothing may leave of a notice that nobody needs to be told about; refused once its letter is under way or lost from sight. */
async function callBackAll(books: OpenBooks, noticeId: string, at: Date): Promise<void> {
  for (const id of await books.openDeliveries(noticeId)) {
    await books.deliveries.change({ id }, (delivery) => delivery.callBack(at));
  }
}

async function tell(
  books: OpenBooks,
  order: { noticeId: string; deliveryId: string; letterDigest: string | null; at: Date },
): Promise<void> {
  const letter = order.letterDigest === null ? null : await books.letters.find(order.letterDigest);
  if (letter?.purpose !== 'withdrawal' || letter.noticeId !== order.noticeId) {
    throw new RuleViolation('notice.withdrawal-letter-missing', { noticeId: order.noticeId });
  }
  const delivery = Delivery.queue({ id: order.deliveryId, letter, createdAt: order.at }, order.at);
  await books.deliveries.add(delivery, delivery.announce(0));
}
