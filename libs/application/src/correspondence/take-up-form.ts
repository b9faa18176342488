import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/event.js';
import { Books } from '../books.js';
import { Clock } from '../clock.js';

/** A person who takes a form before them; `over` takes it out of a colleague's hands. */
export interface TakingUp {
  readonly noticeId: string;
  readonly deliveryId: string;
  readonly over: boolean;
  readonly by: Actor & { readonly kind: 'user' };
}

/** A caseworker begins to fill in a form, so that colleagues see it and do not hand it in as well. */
@Injectable()
export class TakeUpForm {
  constructor(
    private readonly books: Books,
    private readonly clock: Clock,
  ) {}

  async run({ noticeId, deliveryId, over, by }: TakingUp): Promise<void> {
    const at = this.clock.now();
    await this.books.change('deliveries', { id: deliveryId, by }, (delivery) => {
      delivery.refuseUnlessOf(noticeId);
      return delivery.takeUp(by.userId, at, over);
    });
  }
}
