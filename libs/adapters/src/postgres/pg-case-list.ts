import type { DataSource } from 'typeorm';
import { CaseList, type CaseFilter, type CaseRow, type CaseView } from '#application/case/case-list.js';
import type { PageOf } from '#application/page-of.js';
import { CaseFile } from '#domain/case/case-file.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { isUuid } from './is-uuid.js';
import { bindTo, withinReach, type Bind } from './within-reach.js';

/** Cases `c` that may be known, each with whether it may be read; what cannot be read cannot be searched in either. */
const from = ({ known, read }: CaseView, bind: Bind): string => `
  (select c.*, ${withinReach(read, bind)} as readable from case_files c where ${withinReach(known, bind)}) c
  where ($1 = 'all' or c.status = $1) and ($2 = '' or c.reference ilike '%' || $2 || '%'
    or (readable and c.content ->> 'helpSeekerReference' ilike '%' || $2 || '%')
    or (readable and exists (select from notices n where n.case_id = c.id and n.reference ilike '%' || $2 || '%')))`;

/** The list of cases from PostgreSQL. */
export class PgCaseList extends CaseList {
  constructor(private readonly db: DataSource) {
    super();
  }

  async page({ status, search, page, size }: CaseFilter, view: CaseView): Promise<PageOf<CaseRow>> {
    const parameters: unknown[] = [status, search.trim().replace(/[\\%_]/g, '\\$&')];
    const bind = bindTo(parameters);
    const known = from(view, bind);
    const [{ total }] = (await this.db.query(`select count(*)::int as total from ${known}`, parameters)) as [
      { total: number },
    ];
    const rows: CaseRow[] = await this.db.query(
      `select c.id, c.reference, c.content ->> 'line' as line, c.confidentiality, c.status,
              case when readable then c.content ->> 'urgency' end as urgency,
              c.opened_at as "openedAt",
              case when readable then (select count(*)::int from notices n where n.case_id = c.id) end as notices,
              case when readable then (select count(*)::int from messages m join notices n on n.id = m.notice_id
               where n.case_id = c.id and m.handled_at is null) end as unhandled
       from ${known} order by c.opened_at desc, c.id limit ${bind(size)} offset ${bind((page - 1) * size)}`,
      parameters,
    );
    return { rows, total };
  }

  async one(caseId: string): Promise<CaseFile> {
    const found = isUuid(caseId) ? await this.db.manager.findOneBy(CaseFile, { id: caseId }) : null;
    if (!found) throw new RuleViolation('case.not-found', { id: caseId });
    return found;
  }
}
