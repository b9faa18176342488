import { Injectable } from '@nestjs/common';
import { system } from '#domain/event.js';
import { Capture, type CaptureResult } from '#domain/evidence/capture.js';
import { EvidenceItem, type EvidenceKind } from '#domain/evidence/evidence-item.js';
import type { Notice } from '#domain/notice/notice.js';
import type { Observation } from '#domain/notice/content-item.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { Books } from '../books.js';
import { Clock } from '../clock.js';
import type { RecordedEvent } from '../event-log.js';
import { CapturePage } from './capture-page.js';
import { Spool } from './spool.js';

const BY = system('run-capture');

/** Makes the capture somebody asked for and keeps what came of it, once per request: the request's id is the capture's. */
@Injectable()
export class RunCapture {
  constructor(
    private readonly books: Books,
    private readonly page: CapturePage,
    private readonly spool: Spool,
    private readonly clock: Clock,
  ) {}

  async run(request: RecordedEvent): Promise<void> {
    const itemId = String(request.facts?.['itemId']);
    const notice = await this.books.together(BY, (books) => books.notices.get(request.subjectId));
    const capture = await this.capture(request.id, notice, itemId);
    const items = await this.keep(capture);
    await this.books.together(BY, async (books) => {
      const added = await books.evidence.add(capture, { noticeId: notice.id, itemId }, items);
      if (added)
        await books.notices.change({ id: notice.id, quietly: true }, (one) => one.observe(itemId, observed(capture)));
    });
    await this.spool.clear(capture.id);
  }

  /** A ground that came to forbid it since the request makes a refused capture: on record, and nothing contacted. */
  private async capture(id: string, notice: Notice, itemId: string): Promise<Capture> {
    const { url } = notice.item(itemId);
    const grounds = notice.content.grounds.map((ground) => ground.code);
    const at = this.clock.now();
    const folder = () => this.spool.folder(id);
    try {
      const { job, result } = await this.page.run({ url, grounds, allow: this.spool.allow, folder, at });
      return Capture.made(id, job, result);
    } catch (error) {
      if (error instanceof RuleViolation && REFUSALS.includes(error.code)) return Capture.refused(id, url, grounds, at);
      throw error;
    }
  }

  private async keep(capture: Capture): Promise<EvidenceItem[]> {
    const items: EvidenceItem[] = [];
    for (const artefact of await this.spool.store(capture)) {
      const { captureId, url, madeWith } = {
        captureId: capture.id,
        url: capture.finalUrl ?? capture.url,
        madeWith: artefact.madeWith,
      };
      const provenance = { captureId, url, madeAt: capture.endedAt, madeWith };
      const { id, digest, size, mediaType, name } = artefact;
      const kind = artefact.kind as EvidenceKind;
      items.push(
        EvidenceItem.stored({ id, digest, kind, size, mediaType, name, provenance }, this.clock.now(), BY.kind),
      );
    }
    return items;
  }
}

const REFUSALS = ['capture.no-ground', 'capture.forbidden'];

/** What a capture tells about the content itself, apart from what the platform says. */
function observed(capture: Capture): Observation {
  const { id, httpStatus, endedAt, state } = capture;
  return { at: endedAt, seen: seenBy(httpStatus, state), httpStatus, captureId: id };
}

function seenBy(httpStatus: number | null, state: CaptureResult['state']): Observation['seen'] {
  if (httpStatus === 404 || httpStatus === 410) return 'gone';
  if (state === 'blocked') return 'blocked';
  return state === 'complete' || state === 'partial' ? 'there' : 'unclear';
}
