import type { DataSource } from 'typeorm';
import { SetAsideCounts, type SetAsideCount } from '#application/notice/set-aside-counts.js';
import type { CaseReach } from '#domain/access/reach.js';
import { bindTo, NOTICE_LINE, withinReach } from './within-reach.js';

/** Counts what was set aside, from the index that holds nothing else. */
export class PgSetAsideCounts extends SetAsideCounts {
  constructor(private readonly db: DataSource) {
    super();
  }

  within(reach: CaseReach): Promise<readonly SetAsideCount[]> {
    const parameters: unknown[] = [];
    const within = withinReach(reach, bindTo(parameters), { line: NOTICE_LINE });
    return this.db.query(
      `select n.answers #>> '{setAside,because}' as because, p.name as "platformName", n.category, count(*)::int as count
       from notices n left join case_files c on c.id = n.case_id left join platforms p on p.code = n.platform_code
       where n.answers ? 'setAside' and ${within}
       group by 1, 2, 3 order by 4 desc, 1, 2 nulls last, 3`,
      parameters,
    );
  }
}
