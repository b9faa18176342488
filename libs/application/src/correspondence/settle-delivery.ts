import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/event.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { Books } from '../books.js';
import { Clock } from '../clock.js';

/** What a person found out about a delivery of which the machine lost sight. */
export interface Finding {
  readonly deliveryId: string;
  readonly arrived: boolean;
  readonly by: Actor;
}

/** A person settles an unknown delivery: it arrived, or it did not and the notice is ready to be sent again. */
@Injectable()
export class SettleDelivery {
  constructor(
    private readonly books: Books,
    private readonly clock: Clock,
  ) {}

  async run({ deliveryId, arrived, by }: Finding): Promise<void> {
    const at = this.clock.now();
    await this.books.together(by, async (books) => {
      const { noticeId, purpose, createdAt, finishedAt, state } = await books.deliveries.get(deliveryId);
      if (state !== 'unknown') throw new RuleViolation('delivery.state-cannot-follow', { state, verb: 'settle' });
      if (purpose === 'notice') {
        await books.notices.change({ id: noticeId }, (notice) => {
          if (notice.status !== 'submitted') return; // withdrawn meanwhile: the delivery alone tells what became of it
          // The moment we lost sight is the nearest to the offer; the platform's time begins there.
          return arrived ? notice.send(finishedAt ?? createdAt) : notice.recall('refused-by-server');
        });
      }
      await books.deliveries.change({ id: deliveryId }, (delivery) => delivery.settle(arrived, at));
    });
  }
}
