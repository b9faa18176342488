import { whyNotKeepable } from '#domain/evidence/keeping.js';
import { Injectable } from '@nestjs/common';
import { Users } from '#application/access/users.js';
import { NoticeBlockers } from '#application/notice/notice-blockers.js';
import { Register } from '#application/provider/register.js';
import type { DeskLanguage } from '#domain/access/preference.js';
import { standingLetter } from '#domain/notice/approval.js';
import type { Notice } from '#domain/notice/notice.js';
import { NoticeDeadlines } from './notice-deadlines.js';
import { mending } from './wizard/blocker-pages.js';

/** What a second person is asked or said about a notice, with names; empty for somebody the desk does not know. */
export interface ApprovalView {
  /** Digest of the letter that waits to be judged or was approved and has not left; null where there is none. */
  readonly letter: string | null;
  readonly askedBy: string;
  readonly askedAt: string | null;
  readonly verdict: 'given' | 'returned' | null;
  readonly judgedBy: string;
  readonly judgedAt: string | null;
  readonly reason: string;
  /** Digest of the letter that was judged last. */
  readonly judgedLetter: string | null;
  /** The reader is one of its authors. */
  readonly own: boolean;
}

/** What a page says of a notice in words a person knows: names, titles of grounds. */
@Injectable()
export class NoticeFacts {
  constructor(
    private readonly register: Register,
    private readonly users: Users,
    private readonly blockers: NoticeBlockers,
    readonly deadlines: NoticeDeadlines,
  ) {}

  /** Why nothing of its content may be captured, as the code of a rule; null where something may. */
  async whyNoCapture(notice: Notice): Promise<string | null> {
    return whyNotKeepable(notice.content.answers, (await this.blockers.surroundings(notice)).ageBand, 'capture');
  }

  /** What is missing before it can leave, each with the page that mends it; nothing once it has left. */
  async missing(notice: Notice) {
    const blockers = ['draft', 'ready'].includes(notice.status) ? await this.blockers.of(notice) : [];
    return blockers.map((blocker) => mending(notice, blocker));
  }

  async of(notice: Notice, language: DeskLanguage) {
    const { id, reference, caseId, status, version, origin, content, moments } = notice;
    const platform = content.platformCode === null ? null : (await this.register.platform(content.platformCode)).name;
    const grounds = await Promise.all(
      content.grounds.map(async ({ code, explanation, template }) => {
        const { law, article, titleNl, titleEn } = await this.register.ground(code);
        const title = language === 'nl' ? titleNl : titleEn;
        return { code, explanation, law, article, title, builtWith: template ? String(template.version) : null };
      }),
    );
    const { channel, measure, manipulated, language: written } = content;
    return {
      id,
      reference,
      caseId,
      status,
      version,
      origin,
      platform,
      grounds,
      channel,
      measure,
      manipulated,
      written,
      ...moments,
    };
  }

  async approval(notice: Notice, readerId: string): Promise<ApprovalView> {
    const { asked, judged, authors } = notice.approval;
    return {
      letter: standingLetter(notice),
      askedBy: await this.nameOf(asked?.by),
      askedAt: asked?.at ?? null,
      verdict: judged?.kind ?? null,
      judgedBy: await this.nameOf(judged?.by),
      judgedAt: judged?.at ?? null,
      reason: judged?.kind === 'returned' ? judged.reason : '',
      judgedLetter: judged?.letterDigest ?? null,
      own: authors.includes(readerId),
    };
  }

  private async nameOf(userId: string | undefined): Promise<string> {
    return userId === undefined ? '' : ((await this.users.byId(userId))?.name ?? '');
  }
}
