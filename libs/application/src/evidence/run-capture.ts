import { Injectable } from '@nestjs/common';
import { system } from '#domain/event.js';
import { Capture, type CaptureResult } from '#domain/evidence/capture.js';
import type { EvidenceItem } from '#domain/evidence/evidence-item.js';
import { whyNotKeepable } from '#domain/evidence/keeping.js';
import { canonicalUrl } from '#domain/notice/canonical-url.js';
import type { Notice } from '#domain/notice/notice.js';
import type { Observation } from '#domain/notice/content-item.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { Books, type OpenBooks } from '../books.js';
import { Clock } from '../clock.js';
import type { RecordedEvent } from '../event-log.js';
import { ageIn } from './age-in.js';
import { CapturePage } from './capture-page.js';
import { keptArtefacts } from './kept-artefacts.js';
import { Spool } from './spool.js';

const JOB = 'run-capture';
const BY = system(JOB);

/** Makes the capture somebody asked for and keeps what came of it, once per request: the request's id is the capture's. */
@Injectable()
export class RunCapture {
  constructor(
    private readonly books: Books,
    private readonly page: CapturePage,
    private readonly spool: Spool,
    private readonly clock: Clock,
  ) {}

  /** Contacts the page once only, and not at all when it was taken out of the notice since the request. */
  async run(request: RecordedEvent): Promise<void> {
    const { id, subjectId: noticeId } = request;
    const itemId = String(request.facts?.['itemId']);
    const notice = await this.books.together(BY, async ({ notices, evidence }) =>
      (await evidence.has(id)) ? null : notices.get(noticeId),
    );
    if (notice === null || !isPartOf(notice, itemId)) return;
    const made = await this.capture(id, notice, itemId);
    const capture = (await this.isForbiddenNow(noticeId, made.url)) ? this.refused(made) : made;
    await this.record(capture, await keptArtefacts(this.spool, capture, { at: this.clock.now(), by: JOB }), {
      noticeId,
      itemId,
    });
    await this.spool.clear(id);
  }

  /** What a capture saw is kept only where it still may be: a minute goes by while it is made, and its files are stored. */
  private async record(made: Capture, files: EvidenceItem[], of: { noticeId: string; itemId: string }): Promise<void> {
    await this.books.together(BY, async (books) => {
      const isForbidden = await this.forbids(books, await books.notices.get(of.noticeId), made.url);
      const [capture, items] = isForbidden ? [this.refused(made), []] : [made, files];
      if (!(await books.evidence.add(capture, of, items)) || capture.state === 'refused') return;
      await books.notices.change({ id: of.noticeId, quietly: true }, (one) =>
        isPartOf(one, of.itemId) ? one.observe(of.itemId, observed(capture)) : undefined,
      );
    });
  }

  private async isForbiddenNow(noticeId: string, url: string): Promise<boolean> {
    return this.books.together(BY, async (books) => this.forbids(books, await books.notices.get(noticeId), url));
  }

  /** What this notice, its case and its grounds say counts, and what any other notice says of the same address. */
  private async forbids(books: OpenBooks, { caseId, content }: Notice, url: string): Promise<boolean> {
    if (await books.addresses.saidToShowMinor([canonicalUrl(url)])) return true;
    const isClosed = whyNotKeepable(content.answers, await ageIn(books, { caseId }), 'capture') !== null;
    return isClosed || (await this.page.isForbidden(content.grounds.map(({ code }) => code)));
  }

  private refused({ id, url, grounds }: Capture): Capture {
    return Capture.refused(id, url, grounds, this.clock.now());
  }

  /** A ground or an answer that came to forbid it since the request makes a refused capture: on record, and nothing contacted. */
  private async capture(id: string, notice: Notice, itemId: string): Promise<Capture> {
    const { url } = notice.item(itemId);
    const grounds = notice.content.grounds.map((ground) => ground.code);
    const at = this.clock.now();
    const only = (await this.isForbiddenNow(notice.id, url)) ? ({ policy: 'forbidden' } as const) : {};
    const folder = () => this.spool.folder(id);
    try {
      const { job, result } = await this.page.run({ url, grounds, ...only, allow: this.spool.allow, folder, at });
      return Capture.made(id, job, result);
    } catch (error) {
      if (error instanceof RuleViolation && REFUSALS.includes(error.code)) return Capture.refused(id, url, grounds, at);
      throw error;
    }
  }
}

const isPartOf = (notice: Notice, itemId: string): boolean => notice.items.some((item) => item.id === itemId);

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
