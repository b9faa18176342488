import { Injectable } from '@nestjs/common';
import { Installation } from '#application/access/installation.js';
import { NoticeFile } from '#application/notice/notice-file.js';
import { Register } from '#application/provider/register.js';
import type { Notice } from '#domain/notice/notice.js';
import { blank, type FormState } from '../frame/form-state.js';
import { itemFields, itemValues } from './items.view.js';
import { momentField } from './local-moment.js';
import { SEEN_IN } from './record-outcome.form.js';

/** Everything the page of an outcome without a mail shows. */
@Injectable()
export class RecordOutcomePage {
  constructor(
    private readonly file: NoticeFile,
    private readonly register: Register,
    private readonly installation: Installation,
  ) {}

  async notice(id: string): Promise<Notice> {
    return (await this.file.whole(id)).notice;
  }

  /** Nothing is chosen beforehand; a notice that is decided begins with the moment of what may be corrected. */
  async form(id: string): Promise<FormState> {
    const notice = await this.notice(id);
    const { zone } = await this.installation.organisation();
    const last = lastDecided(notice);
    const whole = notice.items.every((item) => item.latest !== null);
    return blank({ ...itemValues(notice.items, () => null), decidedAt: last && whole ? momentField(last, zone) : '' });
  }

  async model(id: string): Promise<object> {
    const { reference, status, version, content, moments, items } = await this.notice(id);
    const platform = content.platformCode === null ? null : (await this.register.platform(content.platformCode)).name;
    return {
      notice: { id, reference, status, version, platform, sentAt: moments.sentAt },
      mayRecord: moments.sentAt !== null && status !== 'withdrawn',
      corrects: items.every((item) => item.latest !== null),
      sources: SEEN_IN,
      ...itemFields(items),
    };
  }
}

/** The latest moment at which something about the notice was decided; null while nothing is, or nobody knows when. */
export function lastDecided({ items }: Notice): Date | null {
  const moments = items.map((item) => item.latest?.decidedAt ?? '').sort();
  const last = moments.at(-1);
  return last ? new Date(last) : null;
}
