import type { DataSource } from 'typeorm';
import { CaseEvidence, type CaptureRow } from '#application/evidence/case-evidence.js';
import { isUuid } from './is-uuid.js';

/** The captures of a case from PostgreSQL. */
export class PgCaseEvidence extends CaseEvidence {
  constructor(private readonly db: DataSource) {
    super();
  }

  async ofCase(caseId: string): Promise<readonly CaptureRow[]> {
    if (!isUuid(caseId)) return [];
    return this.db.query(
      `select p.id, p.url, p.state, p.started_at as "startedAt", n.id as "noticeId", n.reference as "noticeReference",
              (select count(*)::int from evidence_items e where e.capture_id = p.id) as files
       from notices n join captures p on p.notice_id = n.id and p.defect_id is null
       where n.case_id = $1 order by p.started_at desc, p.id limit 500`,
      [caseId],
    );
  }
}
