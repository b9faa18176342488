import { Injectable } from '@nestjs/common';
import { NoticeFile } from '#application/notice/notice-file.js';
import { SplitPlan } from '#application/notice/split-plan.js';
import { Register } from '#application/provider/register.js';

/** What the page shows on which a person sees into which drafts one falls, before it does. */
@Injectable()
export class SplitPage {
  constructor(
    private readonly file: NoticeFile,
    private readonly plan: SplitPlan,
    private readonly register: Register,
  ) {}

  async model(id: string): Promise<object> {
    const { notice } = await this.file.whole(id);
    const parts = (await this.plan.terms())(notice);
    const names = new Map((await this.register.platforms()).map(({ code, name }) => [code, name]));
    const { reference, status, version } = notice;
    return {
      notice: { id, reference, status, version },
      maySplit: status === 'draft' && parts.length > 1,
      parts: parts.map(({ platformCode, items }, index) => ({
        ...{ place: index + 1, own: index === 0, platform: platformCode && (names.get(platformCode) ?? platformCode) },
        items: items.map(({ url, locator }) => ({ url, locator })),
      })),
    };
  }
}
