import { Injectable } from '@nestjs/common';
import type { SignedIn } from '#application/access/sessions.js';
import { ChannelUse } from '#application/provider/channel-use.js';
import { DefectList } from '#application/provider/defect-list.js';
import { figuresReachOf } from '#domain/access/reach.js';
import { holds } from '#domain/access/right.js';
import type { ChannelHistory } from './platform.view.js';
import { Today } from './today.js';

/** How the channels of a platform fared in our hands, as far as somebody may count. */
@Injectable()
export class ChannelRecords {
  constructor(
    private readonly use: ChannelUse,
    private readonly defects: DefectList,
    private readonly today: Today,
  ) {}

  async of(code: string, person: SignedIn): Promise<Omit<ChannelHistory, 'checks'>> {
    const day = await this.today.day();
    if (!holds(person.role, 'statistics.read')) return { counts: null, words: [], defects: [], day };
    const reach = figuresReachOf(person);
    const [counts, words] = [await this.use.counts(code, reach), await this.use.words(code, reach)];
    const defects = (await this.defects.all(reach, code)).filter(({ resolvedOn }) => resolvedOn === null);
    return { counts, words, defects, day };
  }
}
