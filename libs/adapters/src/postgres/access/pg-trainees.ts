import type { DataSource } from 'typeorm';
import { Trainees } from '#application/access/trainees.js';

/** Who is in training, from PostgreSQL. */
export class PgTrainees extends Trainees {
  constructor(private readonly db: DataSource) {
    super();
  }

  async among(userIds: readonly string[]): Promise<boolean> {
    const rows: { found: boolean }[] = await this.db.query(
      'select exists (select from users where id::text = any($1) and in_training) as found',
      [userIds],
    );
    return rows[0]!.found;
  }
}
