import type { DataSource } from 'typeorm';
import { OpenNotices } from '#application/statistics/open-notices.js';

/** Notices that wait for an answer, from PostgreSQL. */
export class PgOpenNotices extends OpenNotices {
  constructor(private readonly db: DataSource) {
    super();
  }

  async ids(): Promise<readonly string[]> {
    const rows: { id: string }[] = await this.db.query(
      `select id from notices where status in ('sent', 'acknowledged') order by id`,
    );
    return rows.map(({ id }) => id);
  }
}
