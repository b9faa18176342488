import type { DataSource } from 'typeorm';
import { DueDeliveries } from '#application/correspondence/due-deliveries.js';

/** Waiting deliveries in PostgreSQL; a locked row is skipped, so that two senders do not queue up for the same one. */
export class PgDueDeliveries extends DueDeliveries {
  constructor(private readonly db: DataSource) {
    super();
  }

  due(atMost: number): Promise<readonly string[]> {
    return this.ids(
      `select id from deliveries where state in ('queued', 'deferred') and next_try_at <= now() and format <> 'form-sheet'
       order by next_try_at limit $1 for update skip locked`,
      atMost,
    );
  }

  abandoned(atMost: number): Promise<readonly string[]> {
    return this.ids(
      `select id from deliveries where state = 'sending' and leased_until <= now()
       order by leased_until limit $1 for update skip locked`,
      atMost,
    );
  }

  private async ids(query: string, atMost: number): Promise<readonly string[]> {
    const rows: { id: string }[] = await this.db.query(query, [atMost]);
    return rows.map((row) => row.id);
  }
}
