import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a desk of a million items is asked all day: addresses by how they begin, and cases and notices by their reference
 * whatever its capitals. Without these PostgreSQL reads every row. Only indexes, so safe for rows that exist.
 */
export class SearchAtSize1763740000506 implements MigrationInterface {
  name = 'SearchAtSize1763740000506';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create index content_items_begin on content_items (canonical_url text_pattern_ops);
      create index case_files_named on case_files (upper(reference));
      create index notices_named on notices (upper(reference));`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index content_items_begin, case_files_named, notices_named');
  }
}
