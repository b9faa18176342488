import { Injectable } from '@nestjs/common';
import { DefectList } from '#application/provider/defect-list.js';
import { Register } from '#application/provider/register.js';
import type { Notice } from '#domain/notice/notice.js';
import { wantsPersonConcerned } from '#domain/provider/first-person-report.js';
import type { Platform } from '#domain/provider/platform.js';
import { readAll } from '#domain/provider/register-text.js';
import { NoticeChoices } from '../notice-choices.js';
import { channelsView, type Seen } from './channel.view.js';

/** Which platforms and channels a notice can go to, and what speaks for and against each. */
@Injectable()
export class ChannelOffers {
  constructor(
    private readonly register: Register,
    private readonly choices: NoticeChoices,
    private readonly defects: DefectList,
  ) {}

  platforms(): ReturnType<NoticeChoices['platforms']> {
    return this.choices.platforms();
  }

  async of(platform: Platform, notice: Notice, seen: Omit<Seen, 'open'>): Promise<object> {
    const { code, name, providerCode, trustedFlagger, otherWays } = platform;
    const provider = (await this.register.providers()).find((one) => one.code === providerCode);
    const open = await this.defects.open(code);
    return {
      ...{ code, name, legalEntity: provider?.legalEntity ?? '' },
      route: readAll(trustedFlagger, ['note'], seen.language),
      otherWays: otherWays.map((one) => readAll(one, ['note'], seen.language)),
      contactPoints: (provider?.contactPoints ?? []).map(({ purpose, address }) => ({ purpose, address })),
      selfReport: wantsPersonConcerned(platform),
      ...channelsView(platform, notice, { ...seen, open }),
    };
  }
}
