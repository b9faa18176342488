import type { DataSource } from 'typeorm';
import { ApprovalList, type AwaitingApproval } from '#application/notice/approval-list.js';
import type { PageOf, WhichPage } from '#application/page-of.js';
import type { CaseReach } from '#domain/access/reach.js';
import { bindTo, NOTICE_LINE, withinReach } from './within-reach.js';

const AWAITING = `notices n left join case_files c on c.id = n.case_id
  where n.status = 'ready' and n.approval #>> '{asked,at}' is not null`;

const ROW = `n.id, n.reference, n.case_id as "caseId", c.reference as "caseReference",
  (select p.name from platforms p where p.code = n.platform_code) as "platformName",
  (select coalesce(array_agg(g ->> 'code' order by i), '{}')
     from jsonb_array_elements(n.grounds) with ordinality as each(g, i)) as grounds,
  (n.approval #>> '{asked,at}')::timestamptz as "askedAt",
  coalesce((select u.name from users u where u.id::text = n.approval #>> '{asked,by}'), '') as "askedBy"`;

/** What waits for a second person, from the index that holds nothing else. */
export class PgApprovalList extends ApprovalList {
  constructor(private readonly db: DataSource) {
    super();
  }

  async page(reach: CaseReach, { page, size }: WhichPage): Promise<PageOf<AwaitingApproval>> {
    const parameters: unknown[] = [];
    const bind = bindTo(parameters);
    const within = withinReach(reach, bind, { line: NOTICE_LINE });
    const counted: { total: number }[] = await this.db.query(
      `select count(*)::int as total from ${AWAITING} and ${within}`,
      [...parameters],
    );
    const own = `n.approval -> 'authors' ? ${bind(reach.userId)}::text as own`;
    const rows: AwaitingApproval[] = await this.db.query(
      `select ${ROW}, ${own} from ${AWAITING} and ${within}
       order by n.approval #>> '{asked,at}', n.id limit ${bind(size)} offset ${bind((page - 1) * size)}`,
      parameters,
    );
    return { rows, total: counted[0]!.total };
  }
}
