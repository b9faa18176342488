import { Injectable } from '@nestjs/common';
import { system } from '#domain/event.js';
import { Capture } from '#domain/evidence/capture.js';
import { formPage } from '#domain/evidence/form-capture.js';
import type { Notice } from '#domain/notice/notice.js';
import type { RecordedDefect } from '#domain/provider/channel-defect.js';
import { Books } from '../books.js';
import { Clock } from '../clock.js';
import type { RecordedEvent } from '../event-log.js';
import { Capturer } from './capturer.js';
import { keptArtefacts } from './kept-artefacts.js';
import { Spool } from './spool.js';

const JOB = 'capture-form';
const BY = system(JOB);

/** Captures the page of a form that did not take a notice, once per request: the request's id is the capture's. */
@Injectable()
export class CaptureForm {
  constructor(
    private readonly books: Books,
    private readonly capturer: Capturer,
    private readonly spool: Spool,
    private readonly clock: Clock,
  ) {}

  /** Only the channel's own address, as it stands on the defect, and never one that the notice is about. */
  async run({ id, facts }: RecordedEvent): Promise<void> {
    const defectId = String(facts?.['defectId']);
    const met = await this.books.together(BY, async ({ defects, notices, evidence }) => {
      if (await evidence.has(id)) return null;
      const defect = await defects.get(defectId);
      return { defect, notice: await notices.get(defect.noticeId) };
    });
    if (met === null) return;
    const capture = await this.capture(id, met);
    const items = await keptArtefacts(this.spool, capture, { at: this.clock.now(), by: JOB });
    const of = { noticeId: met.notice.id, defectId };
    await this.books.together(BY, ({ evidence }) => evidence.add(capture, of, items));
    await this.spool.clear(id);
  }

  private async capture(id: string, { defect, notice }: { defect: RecordedDefect; notice: Notice }): Promise<Capture> {
    const { allow } = this.spool;
    const url = formPage(defect, allow);
    const at = this.clock.now();
    if (url === null) return Capture.formRefused(id, defect.address, 'address-refused', at);
    if (isNotified(notice, url)) return Capture.formRefused(id, url, 'forbidden', at);
    const job = { url, policy: 'full', grounds: [], of: 'channel-form', allow, askedAt: at.toISOString() } as const;
    const whole = { ...job, folder: await this.spool.folder(id) };
    return Capture.made(id, whole, await this.capturer.capture(whole));
  }
}

const isNotified = ({ items }: Notice, page: string): boolean =>
  items.some(({ url }) => URL.canParse(url) && withoutHash(new URL(url)) === withoutHash(new URL(page)));

const withoutHash = ({ host, pathname, search }: URL): string => `${host}${pathname}${search}`;
