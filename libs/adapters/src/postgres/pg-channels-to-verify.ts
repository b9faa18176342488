import type { DataSource } from 'typeorm';
import { ChannelsToVerify, type ChannelToVerify } from '#application/provider/channel-use.js';
import type { CaseReach } from '#domain/access/reach.js';
import { keyOf, type ChannelKey } from '#domain/provider/channel-key.js';
import type { Platform } from '#domain/provider/platform.js';
import { dueForCheck } from '#domain/provider/verify-channel.js';
import { WORD_GIVEN } from './pg-channel-use.js';
import { PlatformSchema } from './register.schema.js';
import { bindTo, NOTICE_LINE, withinReach } from './within-reach.js';

/** The channels that are due for a look, from the register and the words that people gave. */
export class PgChannelsToVerify extends ChannelsToVerify {
  constructor(private readonly db: DataSource) {
    super();
  }

  async due(day: string, reach: CaseReach): Promise<readonly ChannelToVerify[]> {
    const platforms = await this.db.getRepository(PlatformSchema).find({ order: { name: 'ASC' } });
    const byWord = await this.byWord(reach);
    return platforms.flatMap((platform) => dueOf(platform, byWord, day));
  }

  private async byWord(reach: CaseReach): Promise<ReadonlyMap<string, number>> {
    const parameters: unknown[] = [];
    const within = withinReach(reach, bindTo(parameters), { line: NOTICE_LINE });
    const rows: (ChannelKey & { readonly platform: string; readonly n: number })[] = await this.db.query(
      `select n.platform_code as platform, n.answers #>> '{channelWord,kind}' as kind,
              n.answers #>> '{channelWord,address}' as address, count(*)::int as n
       from notices n left join case_files c on c.id = n.case_id where ${WORD_GIVEN} and ${within} group by 1, 2, 3`,
      parameters,
    );
    return new Map(rows.map((row) => [`${row.platform} ${keyOf(row)}`, row.n]));
  }
}

function dueOf(
  { code, name, channels }: Platform,
  byWord: ReadonlyMap<string, number>,
  day: string,
): ChannelToVerify[] {
  return channels.flatMap((channel) => {
    const because = dueForCheck(channel, { byWord: byWord.get(`${code} ${keyOf(channel)}`) ?? 0 }, day);
    if (because === null) return [];
    const { kind, address, verifiedOn } = channel;
    return [{ platformCode: code, platformName: name, kind, address: address ?? '', verifiedOn, because }];
  });
}
