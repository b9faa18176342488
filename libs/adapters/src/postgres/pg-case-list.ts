import type { DataSource } from 'typeorm';
import { CaseList, type CaseFilter, type CaseRow } from '#application/case/case-list.js';
import type { PageOf } from '#application/page-of.js';
import { CaseFile } from '#domain/case/case-file.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { isUuid } from './is-uuid.js';

const WHERE = `($1 = 'all' or c.status = $1)
  and ($2 = '' or c.reference ilike '%' || $2 || '%' or c.content ->> 'helpSeekerReference' ilike '%' || $2 || '%'
       or exists (select from notices n where n.case_id = c.id and n.reference ilike '%' || $2 || '%'))`;

/** The list of cases from PostgreSQL. */
export class PgCaseList extends CaseList {
  constructor(private readonly db: DataSource) {
    super();
  }

  async page({ status, search, page, size }: CaseFilter): Promise<PageOf<CaseRow>> {
    const filter = [status, search.trim().replace(/[\\%_]/g, '\\$&')];
    const rows: CaseRow[] = await this.db.query(
      `select c.id, c.reference, c.content ->> 'line' as line, c.content ->> 'urgency' as urgency, c.status,
              c.opened_at as "openedAt",
              (select count(*)::int from notices n where n.case_id = c.id) as notices,
              (select count(*)::int from messages m join notices n on n.id = m.notice_id
               where n.case_id = c.id and m.handled_at is null) as unhandled
       from case_files c where ${WHERE} order by c.opened_at desc, c.id limit $3 offset $4`,
      [...filter, size, (page - 1) * size],
    );
    const [{ total }] = (await this.db.query(
      `select count(*)::int as total from case_files c where ${WHERE}`,
      filter,
    )) as [{ total: number }];
    return { rows, total };
  }

  async one(caseId: string): Promise<CaseFile> {
    const found = isUuid(caseId) ? await this.db.manager.findOneBy(CaseFile, { id: caseId }) : null;
    if (!found) throw new RuleViolation('case.not-found', { id: caseId });
    return found;
  }
}
