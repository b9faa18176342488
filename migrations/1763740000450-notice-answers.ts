import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a caseworker answers on the way to a letter: danger, scope, freedom of expression, data shared, a word for a channel.
 * Safe for rows that exist: they were asked nothing, and say so.
 */
export class NoticeAnswers1763740000450 implements MigrationInterface {
  name = 'NoticeAnswers1763740000450';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table notices add column answers jsonb not null
        default '{"danger": null, "scope": null, "expression": "", "shared": [], "alsoIn": null, "channelWord": null}'
        check (jsonb_typeof(answers -> 'shared') = 'array');
      alter table notices alter column answers drop default;
    `);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('What was answered is never taken away: restore a backup instead.'));
  }
}
