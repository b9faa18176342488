import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/event.js';
import { Books, type Which } from '../books.js';
import { Clock } from '../clock.js';

/** A caseworker calls a submitted notice back before it left; it is ready again. */
@Injectable()
export class RecallNotice {
  constructor(
    private readonly books: Books,
    private readonly clock: Clock,
  ) {}

  async run({ by, deliveryId, ...which }: Which & { readonly deliveryId: string; readonly by: Actor }): Promise<void> {
    const at = this.clock.now();
    await this.books.together(by, async (books) => {
      await books.notices.change(which, (notice) => notice.recall('called-back'));
      await books.deliveries.change({ id: deliveryId }, (delivery) => {
        delivery.refuseUnlessOf(which.id);
        return delivery.callBack(at, by.kind === 'user' ? by.userId : null);
      });
    });
  }
}
