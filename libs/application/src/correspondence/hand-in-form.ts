import { Injectable } from '@nestjs/common';
import { handingInMoment, type Receipt } from '#domain/correspondence/receipt.js';
import type { Actor } from '#domain/event.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { Books, type OpenBooks } from '../books.js';
import { Clock } from '../clock.js';
import { AttachFiles, type ComingFile } from '../evidence/attach-files.js';
import { onlyFirst } from '../evidence/only-first.js';

/** What a person says of a form they handed in: when, and what came back. */
export interface HandingIn {
  readonly noticeId: string;
  readonly deliveryId: string;
  /** The moment of handing in, to the minute. */
  readonly at: Date;
  readonly receipt: Omit<Receipt, 'pictureDigest'>;
  /** Digest of a file beside the notice that shows what came back. */
  readonly picture: string | null;
  /** Such a file on its way in; it takes the place of `picture`, and is kept also where the rest is refused. */
  readonly files: AsyncIterable<ComingFile>;
  /** Throws when whoever sends it may no longer. */
  readonly stillAllowed: () => Promise<void>;
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
    private readonly attach: AttachFiles,
  ) {}

  async run(handing: HandingIn): Promise<void> {
    const pictureDigest = await this.pictureOf(handing);
    const now = this.clock.now();
    await this.books.together(handing.by, (books) => conclude(books, { ...handing, pictureDigest, now }));
  }

  private async pictureOf({ noticeId, files, by, stillAllowed, picture }: HandingIn): Promise<string | null> {
    const file = await onlyFirst(files);
    if (file === null) return picture;
    const [digest] = await this.attach.run({ noticeId, files: file, by, stillAllowed });
    return digest!;
  }
}

type Concluding = HandingIn & { readonly pictureDigest: string | null; readonly now: Date };

async function conclude(books: OpenBooks, { noticeId, deliveryId, at, receipt, ...rest }: Concluding): Promise<void> {
  const { pictureDigest, now, by } = rest;
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
  await refuseUnknownPicture(books, noticeId, pictureDigest);
}

/** A receipt shows what stands beside this notice, and nothing of another's. */
async function refuseUnknownPicture(books: OpenBooks, noticeId: string, digest: string | null): Promise<void> {
  if (digest === null) return;
  const attached = await books.evidence.attached(noticeId);
  if (!attached.some((one) => one.digest === digest)) throw new RuleViolation('receipt.picture-unknown');
}
