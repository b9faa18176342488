import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What cannot be reported under the DSA is a notice that was withdrawn before it left, with its reason, platform and
 * category, so that it can be counted. Safe for rows that exist: none was set aside yet.
 */
export class SetAside1763740000470 implements MigrationInterface {
  name = 'SetAside1763740000470';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table notices add constraint notices_set_aside_check check (
        not answers ? 'setAside'
        or (status = 'withdrawn' and sent_at is null and category is not null
            and answers #>> '{setAside,because}' in
              ('private-conversation', 'closed-group', 'harmful-lawful', 'no-hosting', 'outside-area')));
      create index notices_set_aside on notices (id) where answers ? 'setAside';
    `);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('What was recorded is never taken away: restore a backup instead.'));
  }
}
