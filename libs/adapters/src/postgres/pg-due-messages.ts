import type { DataSource } from 'typeorm';
import { DueMessages } from '#application/correspondence/due-messages.js';

/** Messages still to be understood, from the small index of those. */
export class PgDueMessages extends DueMessages {
  constructor(private readonly db: DataSource) {
    super();
  }

  async notUnderstood(atMost: number): Promise<readonly string[]> {
    const rows: { id: string }[] = await this.db.query(
      `select id from messages where state = 'kept' order by received_at, id limit $1`,
      [atMost],
    );
    return rows.map((row) => row.id);
  }
}
