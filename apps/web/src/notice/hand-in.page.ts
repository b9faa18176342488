import { Injectable } from '@nestjs/common';
import { Installation } from '#application/access/installation.js';
import type { SignedIn } from '#application/access/sessions.js';
import { Clock } from '#application/clock.js';
import { NoticeFile, type WholeNotice } from '#application/notice/notice-file.js';
import type { Delivery } from '#domain/correspondence/delivery.js';
import { sheetOf, type FormSheet, type SheetField } from '#domain/correspondence/form-sheet.js';
import type { FormAddress } from '#domain/evidence/form-capture.js';
import { ATTACHMENT_TYPES } from '#domain/evidence/attachment.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { momentField } from '../outcome/local-moment.js';
import { FormBeside } from './form-beside.js';

/** A form by the notice it is of and its delivery. */
export interface WhichForm {
  readonly id: string;
  readonly deliveryId: string;
}

/** What the pages of a form show; `form` is the channel as the letter was written for it. */
export type HandInModel = { readonly form: FormAddress } & Readonly<Record<string, unknown>>;

/** Everything the page shows on which a person takes a notice over into a platform's form. */
@Injectable()
export class HandInPage {
  constructor(
    private readonly file: NoticeFile,
    private readonly installation: Installation,
    private readonly beside: FormBeside,
    private readonly clock: Clock,
  ) {}

  /** Null where this delivery is no form, or waits no longer. Refuses `delivery.not-found`. */
  async model({ id, deliveryId }: WhichForm, person: SignedIn): Promise<HandInModel | null> {
    const whole = await this.file.whole(id);
    const delivery = whole.deliveries.find((one) => one.id === deliveryId);
    if (!delivery) throw new RuleViolation('delivery.not-found', { id: deliveryId });
    if (delivery.format !== 'form-sheet' || delivery.state !== 'queued') return null;
    const { notice } = whole;
    const sheet = await this.sheet(delivery);
    return {
      notice: { id, reference: notice.reference, version: notice.version, status: notice.status },
      delivery: { id: deliveryId, purpose: delivery.purpose, since: delivery.createdAt },
      sheet: sheetView(sheet),
      note: await this.beside.note(notice.content.platformCode, sheet.address, person.language),
      ...(await this.beside.hands(delivery, person, this.clock.now())),
      pictures: picturesOf(whole, delivery),
      form: { channel: notice.content.channel ?? 'web-form', address: delivery.recipient },
      accept: ATTACHMENT_TYPES.join(','),
      gaves: ['receipt', 'none'],
      isOver: false,
    };
  }

  /** What is left to show to whoever comes when the form is no longer to be handed in. */
  async over({ id }: WhichForm): Promise<object> {
    const { notice } = await this.file.whole(id);
    return { notice: { id, reference: notice.reference }, isOver: true };
  }

  /** What the fields for the receipt begin with: just now. */
  async begin(): Promise<Readonly<Record<string, string>>> {
    return { gave: 'receipt', at: momentField(this.clock.now(), await this.zone()) };
  }

  async zone(): Promise<string> {
    return (await this.installation.organisation()).zone;
  }

  /** The bytes of the preview, read back: what was approved is what is taken over. */
  private async sheet({ letterDigest }: Delivery): Promise<FormSheet> {
    const letter = await this.file.letter(letterDigest);
    if (!letter) throw new RuleViolation('letter.not-found', { digest: letterDigest });
    return sheetOf(Buffer.from(letter.bytes).toString('utf8'));
  }
}

/** Files that came in since the notice was submitted may show its receipt; the newest most likely does. */
function picturesOf({ attachments }: WholeNotice, { createdAt }: Delivery): readonly object[] {
  const since = attachments.filter(({ at }) => at >= createdAt);
  return since.map(({ digest, name }, index) => ({ digest, name, picked: index === since.length - 1 }));
}

const sheetView = (sheet: FormSheet) => ({ ...sheet, fields: sheet.fields.map(fieldView) });

/** A field with what is counted of its text. */
function fieldView({ field, required, way, text, most }: SheetField, index: number) {
  const has = text.length;
  return {
    ...{ field, way, text, most, has, number: index + 1, over: most !== null && has > most },
    need: required === null ? 'unknown' : required ? 'required' : 'optional',
    rows: Math.min(14, Math.max(text.split('\n').length, Math.ceil(has / 70))),
    isEmpty: text === '',
  };
}
