import { Injectable } from '@nestjs/common';
import { handingInMoment, type Receipt } from '#domain/correspondence/receipt.js';
import type { Actor } from '#domain/event.js';
import { Books } from '../books.js';
import { Clock } from '../clock.js';
import { EvidenceStore } from '../evidence/evidence-store.js';

/** What a person says of a form they handed in: when, and what came back. */
export interface HandingIn {
  readonly noticeId: string;
  readonly deliveryId: string;
  /** The moment of handing in, to the minute. */
  readonly at: Date;
  readonly receipt: Omit<Receipt, 'pictureDigest'>;
  /** A picture of what the form showed. */
  readonly picture: Uint8Array | null;
  readonly by: Actor & { readonly kind: 'user' };
}

/**
 * A caseworker handed the notice in at the platform's form and records what came back. Only from then on is the notice
 * sent, at the moment of handing in. Of two who do so at once, one succeeds.
 */
@Injectable()
export class HandInForm {
  constructor(
    private readonly books: Books,
    private readonly clock: Clock,
    private readonly store: EvidenceStore,
  ) {}

  async run({ noticeId, deliveryId, at, receipt, picture, by }: HandingIn): Promise<void> {
    const now = this.clock.now();
    const pictureDigest = picture === null ? null : (await this.store.put(picture)).digest;
    await this.books.together(by, async (books) => {
      const seen = await books.deliveries.get(deliveryId);
      seen.refuseUnlessOf(noticeId);
      const moment = handingInMoment(at, seen.createdAt, now);
      if (seen.purpose === 'notice') {
        await books.notices.change({ id: noticeId }, (notice) =>
          notice.status === 'submitted' ? notice.send(moment) : undefined,
        );
      }
      const about = { by: by.userId, at: now };
      await books.deliveries.change({ id: deliveryId }, (one) => one.handIn({ ...receipt, pictureDigest }, at, about));
    });
  }
}
