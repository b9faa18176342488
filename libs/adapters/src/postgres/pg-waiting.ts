import type { DataSource } from 'typeorm';
import { Waiting, type WaitingCounts } from '#application/case/waiting.js';

/** Both counts from the index of unhandled messages and the few deliveries that are unknown. */
const COUNTS = `
  select inbox::int, (asking + unknown)::int as work
    from (select count(*) as inbox,
                 count(*) filter (where reading ->> 'meaning' in ('question', 'confirmation-required')) as asking
            from messages where handled_at is null) m,
         (select count(*) as unknown from deliveries where state = 'unknown') d`;

/** What waits, counted by PostgreSQL. */
export class PgWaiting extends Waiting {
  constructor(private readonly db: DataSource) {
    super();
  }

  async counts(): Promise<WaitingCounts> {
    const [counts]: [WaitingCounts] = await this.db.query(COUNTS);
    return counts;
  }
}
