import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which notices went by a channel on a person's word. Why: what is due for a look is asked on everybody's first page, and
 * must not read every notice. An index more, so safe for rows that exist.
 */
export class ChannelWords1763740000491 implements MigrationInterface {
  name = 'ChannelWords1763740000491';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create index notices_by_channel_word on notices (platform_code)
        where answers #>> '{channelWord,kind}' is not null and submitted_at is not null`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index notices_by_channel_word');
  }
}
