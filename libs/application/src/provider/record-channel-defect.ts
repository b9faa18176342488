import { Injectable } from '@nestjs/common';
import type { LetterPurpose } from '#domain/correspondence/letter.js';
import type { Actor } from '#domain/event.js';
import { isPage } from '#domain/evidence/form-capture.js';
import { dayIn } from '#domain/instant.js';
import { RecordedDefect, type DefectKind } from '#domain/provider/channel-defect.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { Installation } from '../access/installation.js';
import { Books, type OpenBooks } from '../books.js';
import { Clock } from '../clock.js';
import { AttachFiles, type ComingFile } from '../evidence/attach-files.js';
import { onlyFirst } from '../evidence/only-first.js';

/** A form that did not take a notice, as the person before it saw. */
export interface DefectMet {
  readonly noticeId: string;
  readonly deliveryId: string;
  readonly kind: DefectKind;
  readonly note: string;
  /** Whether the desk is to capture the page of the form as well. */
  readonly capture: boolean;
  /** A picture of the form on its way in; none where nobody made one. */
  readonly files: AsyncIterable<ComingFile>;
  readonly stillAllowed: () => Promise<void>;
  readonly by: Actor & { readonly kind: 'user' };
}

/**
 * A caseworker could not hand a form in: what is wrong with it is recorded, once for each try, and the notice is ready for
 * another channel.
 */
@Injectable()
export class RecordChannelDefect {
  constructor(
    private readonly books: Books,
    private readonly clock: Clock,
    private readonly installation: Installation,
    private readonly attach: AttachFiles,
  ) {}

  /** Answers what the form was to bring. */
  async run(met: DefectMet): Promise<LetterPurpose> {
    const { noticeId, by, stillAllowed } = met;
    const files = await onlyFirst(met.files);
    const [picture] = files ? await this.attach.run({ noticeId, files, by, stillAllowed }) : [];
    const at = this.clock.now();
    const seenOn = dayIn(at, (await this.installation.organisation()).zone);
    return this.books.together(by, (books) => conclude(books, met, { at, seenOn, pictureDigest: picture ?? null }));
  }
}

interface Seen {
  readonly at: Date;
  readonly seenOn: string;
  readonly pictureDigest: string | null;
}

async function conclude(books: OpenBooks, met: DefectMet, { at, seenOn, pictureDigest }: Seen): Promise<LetterPurpose> {
  const { noticeId, deliveryId, kind, note, by } = met;
  const delivery = await books.deliveries.get(deliveryId);
  delivery.refuseUnlessOf(noticeId);
  const notice = await books.notices.change({ id: noticeId }, (one) =>
    delivery.purpose === 'notice' && one.status === 'submitted' ? one.recall('refused-by-form') : undefined,
  );
  await books.deliveries.change({ id: deliveryId }, (one) => one.refuseByForm(kind, at));
  const { platformCode, channel } = notice.content;
  if (platformCode === null || channel === null) throw new RuleViolation('delivery.no-form');
  const what = { platformCode, channel, address: delivery.recipient, kind, note, noticeId, pictureDigest };
  const defect = RecordedDefect.record({ id: deliveryId, ...what, seenOn, by: by.userId, recordedAt: at });
  await books.defects.add(defect, [
    defect.announce(),
    ...(met.capture && isPage(defect) ? [defect.requestCapture()] : []),
  ]);
  return delivery.purpose;
}
