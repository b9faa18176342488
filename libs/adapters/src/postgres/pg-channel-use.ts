import type { DataSource } from 'typeorm';
import { ChannelUse, type ChannelCount, type GivenWord } from '#application/provider/channel-use.js';
import type { CaseReach } from '#domain/access/reach.js';
import { bindTo, NOTICE_LINE, withinReach } from './within-reach.js';

/** That somebody gave their word for the channel of a notice, and that the notice went on; an index holds just these. */
export const WORD_GIVEN = `n.answers #>> '{channelWord,kind}' is not null and n.submitted_at is not null`;

/** How channels fared, from the deliveries, the mails that came back and the words in PostgreSQL. */
export class PgChannelUse extends ChannelUse {
  constructor(private readonly db: DataSource) {
    super();
  }

  counts(platformCode: string, reach: CaseReach): Promise<readonly ChannelCount[]> {
    const parameters: unknown[] = [platformCode];
    const within = withinReach(reach, bindTo(parameters), { line: NOTICE_LINE });
    return this.db.query(
      `select coalesce(n.channel, 'email') as kind, d.recipient as address,
              count(*) filter (where d.state = 'sent')::int as sent,
              count(*) filter (where d.state = 'failed')::int as failed,
              count(*) filter (where d.state = 'unknown')::int as unknown,
              count(*) filter (where d.state = 'sent' and exists (
                select from messages m where m.notice_id = n.id and m.reading ->> 'meaning' = 'undelivered'))::int as bounced,
              max(d.finished_at) filter (where d.state = 'sent') as "lastUsedAt"
       from notices n join deliveries d on d.notice_id = n.id and d.purpose = 'notice'
       left join case_files c on c.id = n.case_id
       where n.platform_code = $1 and ${within} group by 1, 2`,
      parameters,
    );
  }

  words(platformCode: string, reach: CaseReach): Promise<readonly GivenWord[]> {
    const parameters: unknown[] = [platformCode];
    const within = withinReach(reach, bindTo(parameters), { line: NOTICE_LINE });
    return this.db.query(
      `select n.answers #>> '{channelWord,kind}' as kind, n.answers #>> '{channelWord,address}' as address,
              u.name as by, (n.answers #>> '{channelWord,at}')::timestamptz as at, n.id as "noticeId", n.reference
       from notices n left join case_files c on c.id = n.case_id
       left join users u on u.id::text = n.answers #>> '{channelWord,by}'
       where n.platform_code = $1 and ${WORD_GIVEN} and ${within} order by 4 desc, n.id`,
      parameters,
    );
  }
}
