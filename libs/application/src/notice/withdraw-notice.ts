import { Injectable } from '@nestjs/common';
import { Delivery } from '#domain/correspondence/delivery.js';
import type { Actor } from '#domain/event.js';
import type { Notice } from '#domain/notice/notice.js';
import type { WithdrawalReason } from '#domain/notice/withdrawal-reason.js';
import { isWithdrawalUntold, tellAgain } from '#domain/notice/withdrawal.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { Books, type OpenBooks, type Which } from '../books.js';
import { Clock } from '../clock.js';
import { Identities } from '../identities.js';

/** The reason as a person gives it. */
export type WithdrawalWord = Pick<WithdrawalReason, 'because' | 'note'>;

/**
 * A withdrawal; `letterDigest` is the letter that tells the platform, null for a notice that never left. Where there is such a
 * letter the reason was given before it was written.
 */
export interface Withdrawal extends Which {
  readonly letterDigest: string | null;
  readonly reason?: WithdrawalWord | null;
  readonly by: Actor & { readonly kind: 'user' };
}

/** A caseworker takes a notice back and says why; a platform that has it is told by letter, again where that failed. */
@Injectable()
export class WithdrawNotice {
  constructor(
    private readonly books: Books,
    private readonly clock: Clock,
    private readonly identities: Identities,
  ) {}

  async run({ by, letterDigest, reason = null, ...which }: Withdrawal): Promise<void> {
    const at = this.clock.now();
    const deliveryId = this.identities.id();
    const word = reason && { ...reason, by: by.userId, at: at.toISOString() };
    await this.books.together(by, async (books) => {
      const told = await books.deliveryStandings(which.id);
      const notice = await books.notices.change(which, (one) =>
        isWithdrawalUntold(one, told) ? tellAgain(one, told) : one.withdraw(at, word),
      );
      if (notice.moments.sentAt === null) return callBackAll(books, notice.id, { by: by.userId, at });
      await tell(books, notice, { deliveryId, letterDigest, at });
    });
  }
}

/**
 * Nothing may leave of a notice that nobody needs to be told about; refused once its letter is under way, lost from sight, or a
 * form in a colleague's hands.
 */
async function callBackAll(books: OpenBooks, noticeId: string, order: { by: string; at: Date }): Promise<void> {
  for (const id of await books.openDeliveries(noticeId)) {
    await books.deliveries.change({ id }, (delivery) => delivery.callBack(order.at, order.by));
  }
}

/** The letter says what the reason was when it was written: one written from an earlier version is not the one meant. */
async function tell(
  books: OpenBooks,
  { id, version }: Notice,
  order: { deliveryId: string; letterDigest: string | null; at: Date },
): Promise<void> {
  const letter = order.letterDigest === null ? null : await books.letters.find(order.letterDigest);
  if (letter?.purpose !== 'withdrawal' || letter.noticeId !== id || letter.noticeVersion !== version - 1) {
    throw new RuleViolation('notice.withdrawal-letter-missing', { noticeId: id });
  }
  const delivery = Delivery.queue({ id: order.deliveryId, letter, createdAt: order.at }, order.at);
  await books.deliveries.add(delivery, delivery.announce(0));
}
