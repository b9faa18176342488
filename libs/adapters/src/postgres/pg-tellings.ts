import type { EntityManager } from 'typeorm';
import type { Tellings } from '#application/books.js';
import type { Telling } from '#domain/case/telling.js';

/** What help-seekers were told, in PostgreSQL, whose clock says when. */
export class PgTellings implements Tellings {
  constructor(private readonly tx: EntityManager) {}

  async add(tellings: readonly Telling[]): Promise<void> {
    await this.tx.query(
      `insert into tellings (case_id, notice_id, code, partly, how, told_by)
       select "caseId", "noticeId", code, partly, how, by
       from jsonb_to_recordset($1::jsonb) as t("caseId" uuid, "noticeId" uuid, code text, partly boolean, how text, by uuid)`,
      [JSON.stringify(tellings)],
    );
  }
}
