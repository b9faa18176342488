import { Injectable } from '@nestjs/common';
import { HelpLines } from '#application/case/help-lines.js';
import { NoticeFile } from '#application/notice/notice-file.js';
import { Register } from '#application/provider/register.js';
import type { DeskLanguage } from '#domain/access/preference.js';
import { linesFor, type HelpKind } from '#domain/case/help-line.js';
import { CATEGORIES, CATEGORY_LABELS } from '#domain/ground/category.js';
import { whyNotReportable } from '#domain/notice/scope.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { helpLineViews } from '../case/help-line.view.js';

/** Who helps where no platform has to. */
const INSTEAD: readonly HelpKind[] = ['emergency', 'police', 'hotline', 'suicide'];

/** What the page shows of a matter that cannot be reported under the DSA. */
@Injectable()
export class NotReportablePage {
  constructor(
    private readonly file: NoticeFile,
    private readonly register: Register,
    private readonly lines: HelpLines,
  ) {}

  /** What is known already of where it is and what it is about. */
  async values(id: string): Promise<Readonly<Record<string, string>>> {
    const { platformCode, category } = (await this.file.whole(id)).notice.content;
    return { platform: platformCode ?? '', topic: category ?? '' };
  }

  /** Refuses `scope.not-found` where the notice's own scope says it can be reported. */
  async model(id: string, language: DeskLanguage): Promise<object> {
    const { notice } = await this.file.whole(id);
    const because = whyNotReportable(notice.content.answers.scope);
    if (because === null) throw new RuleViolation('scope.not-found', { id });
    const platforms = await this.register.platforms();
    return {
      notice: { id, reference: notice.reference, status: notice.status, version: notice.version },
      because,
      lines: helpLineViews(linesFor(INSTEAD, await this.lines.all()), language),
      platforms: platforms.map(({ code, name }) => ({ value: code, text: name })),
      topics: CATEGORIES.map((code) => ({ value: code, text: CATEGORY_LABELS[code][language] })),
    };
  }
}
