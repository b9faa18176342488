import type { DataSource } from 'typeorm';
import { Waiting, type WaitingCounts } from '#application/case/waiting.js';
import type { CaseReach } from '#domain/access/reach.js';
import { bindTo, NOTICE_LINE, withinReach } from './within-reach.js';

/** From the index of unhandled messages, the few deliveries that are unknown, and the few notices that are asked about. */
const counts = (within: string, person: string): string => `
  select inbox::int, (asking + unknown)::int as work, approvals::int
    from (select count(*) as inbox,
                 count(*) filter (where reading ->> 'meaning' in ('question', 'confirmation-required')) as asking
            from messages m left join notices n on n.id = m.notice_id left join case_files c on c.id = n.case_id
           where handled_at is null and ${within}) m,
         (select count(*) as unknown
            from deliveries d join notices n on n.id = d.notice_id left join case_files c on c.id = n.case_id
           where d.state = 'unknown' and ${within}) d,
         (select count(*) as approvals from notices n left join case_files c on c.id = n.case_id
           where n.status = 'ready' and n.approval #>> '{asked,at}' is not null
             and not n.approval -> 'authors' ? ${person}::text and ${within}) a`;

/** What waits, counted by PostgreSQL. */
export class PgWaiting extends Waiting {
  constructor(private readonly db: DataSource) {
    super();
  }

  async counts(reach: CaseReach): Promise<WaitingCounts> {
    const parameters: unknown[] = [];
    const bind = bindTo(parameters);
    const query = counts(withinReach(reach, bind, { line: NOTICE_LINE }), bind(reach.userId));
    const [found]: [WaitingCounts] = await this.db.query(query, parameters);
    return found;
  }
}
