import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Few notices carry somebody's word for their channel, which PostgreSQL cannot know of a value inside JSON: it took nearly
 * all to have one and read every notice there is. With statistics of the value it takes the index of just those. Nothing
 * of what is stored changes, so safe for rows that exist.
 */
export class WordStatistics1763740000513 implements MigrationInterface {
  name = 'WordStatistics1763740000513';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`create statistics notices_channel_word on (answers #>> '{channelWord,kind}') from notices`);
    await db.query('analyze notices');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop statistics notices_channel_word');
  }
}
