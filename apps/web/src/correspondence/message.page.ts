import { Injectable } from '@nestjs/common';
import type { SignedIn } from '#application/access/sessions.js';
import { Inbox } from '#application/correspondence/inbox.js';
import { NoticeFile } from '#application/notice/notice-file.js';
import { NoticeList } from '#application/notice/notice-list.js';
import type { Message } from '#domain/correspondence/message.js';
import type { Notice } from '#domain/notice/notice.js';
import { suggestOutcomes } from '#domain/outcome/suggest-outcomes.js';
import { reachOf, type CaseReach } from '#domain/access/reach.js';
import { holds } from '#domain/access/right.js';
import { blank, type FormState } from '../frame/form-state.js';
import { noticeRowView } from '../notice/notice-row.view.js';
import { itemFields, itemValues } from '../outcome/items.view.js';
import { headersIn, messageView, textOf } from './message.view.js';
import { otherTreatments, treatmentOf } from './treatment.js';

/** How much of a mail is read for its headers, and how much of one that cannot be taken apart is shown. */
const HEADERS_READ = 16_384;
const BEGINNING_SHOWN = 2_048;

/** Everything the page of a message shows. */
@Injectable()
export class MessagePage {
  constructor(
    private readonly inbox: Inbox,
    private readonly notices: NoticeList,
    private readonly file: NoticeFile,
  ) {}

  /** The message, with the notice it belongs to. */
  async found(id: string): Promise<{ message: Message; notice: Notice | null }> {
    const message = await this.inbox.message(id);
    const notice = message.noticeId === null ? null : (await this.file.whole(message.noticeId)).notice;
    return { message, notice };
  }

  async model(id: string, person: SignedIn, asked: unknown): Promise<object> {
    const { message, notice } = await this.found(id);
    const reach = reachOf(person);
    const treatment = treatmentOf(message, asked);
    const beginning = await this.inbox.beginning(message.digest, HEADERS_READ);
    return {
      message: messageView(message),
      notice: notice && (await this.noticeView(notice, reach)),
      treatment,
      mayWork: holds(person.role, 'message.write'),
      others: otherTreatments(message, treatment),
      candidates: (await this.notices.some(message.match?.candidates ?? [], reach)).map(noticeRowView),
      headers: headersIn(beginning),
      beginning: textOf(beginning.subarray(0, BEGINNING_SHOWN)),
      ...itemFields(notice?.items ?? []),
      form: suggestion(message, notice),
    };
  }

  private async noticeView({ id, reference, status, version, moments }: Notice, reach: CaseReach) {
    const [row] = await this.notices.some([id], reach);
    const { platformName = null, deliveryState = null } = row ?? {};
    return { id, reference, status, version, platformName, deliveryState, wasSent: moments.sentAt !== null };
  }
}

/** The form as the reading fills it in, for a person to confirm or change. */
function suggestion({ reading }: Message, notice: Notice | null): FormState {
  if (reading === null || notice === null) return blank();
  const suggested = new Map(suggestOutcomes(reading, notice.items).map((each) => [each.itemId, each]));
  const redressMentioned = reading.redressMentioned ? 'yes' : '';
  return blank({ ...itemValues(notice.items, ({ id }) => suggested.get(id) ?? null), redressMentioned });
}
