import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The notice that another was copied from, split off or follows up stands in its answers; here it is held to its form, and can
 * be found from either side. Safe for rows that exist: none came from another.
 */
export class ArisingNotices1763740000485 implements MigrationInterface {
  name = 'ArisingNotices1763740000485';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table notices add constraint notices_arose_check check (
        not answers ? 'arose'
        or (answers #>> '{arose,as}' in ('copy', 'split', 'follow-up')
            and (answers #>> '{arose,from}')::uuid <> id and answers #>> '{arose,reference}' <> ''));
      create index notices_by_origin on notices (((answers #>> '{arose,from}')::uuid)) where answers ? 'arose';
    `);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('Where a notice came from is never taken away: restore a backup instead.'));
  }
}
