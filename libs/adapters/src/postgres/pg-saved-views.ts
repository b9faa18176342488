import type { DataSource } from 'typeorm';
import { SavedViews, type ViewRow } from '#application/case/saved-views.js';
import type { Line } from '#domain/notice/codes.js';

/** Saved views from PostgreSQL. */
export class PgSavedViews extends SavedViews {
  constructor(private readonly db: DataSource) {
    super();
  }

  of(userId: string, lines: readonly Line[]): Promise<readonly ViewRow[]> {
    return this.db.query(
      `select id, name, team, choice from saved_views
       where not removed and ((team is null and owner_id = $1) or team = any($2::text[]))
       order by team nulls first, lower(name), id`,
      [userId, lines],
    );
  }
}
