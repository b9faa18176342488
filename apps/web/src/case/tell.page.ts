import { Injectable } from '@nestjs/common';
import { Installation } from '#application/access/installation.js';
import { CaseList } from '#application/case/case-list.js';
import { CaseNews, type NoticeNews } from '#application/case/case-news.js';
import { TOLD_WAYS, waitsToBeTold } from '#domain/case/telling.js';
import { dayIn } from '#domain/instant.js';
import { TellText } from './tell-text.js';

/** What a page shows of what can be told in a case. */
@Injectable()
export class TellPage {
  constructor(
    private readonly news: CaseNews,
    private readonly cases: CaseList,
    private readonly text: TellText,
    private readonly installation: Installation,
  ) {}

  /** `asked` names one notice; without it, all that was not told yet, or where all was told, all there is. */
  async model(caseId: string, asked: unknown): Promise<object> {
    const notices = await this.news.ofCase(caseId);
    const one = notices.filter(({ id }) => id === asked);
    const chosen = [one, notices.filter(waits), notices].find((some) => some.length > 0) ?? [];
    return {
      case: { id: caseId, reference: (await this.cases.one(caseId)).reference },
      notices: notices.map((notice) => ({ ...notice, chosen: chosen.includes(notice), waits: waits(notice) })),
      read: chosen.map(readOf).join(' '),
      ways: TOLD_WAYS,
      several: notices.length > 1,
      texts: chosen.length === 0 ? [] : await this.texts(chosen),
    };
  }

  /** How many notices of a case nobody told the help-seeker of. */
  async waiting(caseId: string): Promise<number> {
    return (await this.news.ofCase(caseId)).filter(waits).length;
  }

  private async texts(chosen: readonly NoticeNews[]): Promise<object[]> {
    const { deskName, zone } = await this.installation.organisation();
    const parts = chosen.map(({ platformName, sentAt, news, complaint }) => ({
      ...{ platform: platformName, sentOn: sentAt && dayIn(sentAt, zone), news, complaint },
    }));
    const tale = { parts, minor: chosen.some(({ minor }) => minor), deskName };
    const both = (['nl', 'en'] as const).map(async (language) => ({
      language,
      text: await this.text.in(language, tale),
    }));
    return Promise.all(both);
  }
}

const waits = ({ line, news, told }: NoticeNews): boolean => waitsToBeTold(line, news, told !== null);

/** A notice with how it stood on the page, as the form sends it back. */
const readOf = ({ id, news }: NoticeNews): string => `${id}:${news.code}:${news.partly ? 'partly' : 'whole'}`;
