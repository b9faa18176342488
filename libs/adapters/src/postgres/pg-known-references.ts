import type { DataSource } from 'typeorm';
import { KnownReferences } from '#application/notice/known-references.js';

/** Taken references, from PostgreSQL. */
export class PgKnownReferences extends KnownReferences {
  constructor(private readonly db: DataSource) {
    super();
  }

  async among(references: readonly string[]): Promise<ReadonlySet<string>> {
    const rows: { reference: string }[] = await this.db.query(
      'select reference from notices where reference = any($1)',
      [references],
    );
    return new Set(rows.map((row) => row.reference));
  }
}
