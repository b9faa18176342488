import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was found wrong with a channel when a notice could not be handed in. A new table, so safe for what exists. */
export class ChannelDefects1763740000482 implements MigrationInterface {
  name = 'ChannelDefects1763740000482';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table channel_defects (
        id uuid primary key,
        platform_code text not null references platforms,
        channel text not null check (channel in ('email', 'web-form', 'portal', 'api')),
        address text not null check (address <> ''),
        kind text not null check (kind in ('refuses-trusted-flaggers', 'wrong-language', 'dead-link', 'captcha',
                                           'loses-text', 'limits-too-small', 'other')),
        note text not null check (kind <> 'other' or btrim(note) <> ''),
        notice_id uuid not null references notices,
        picture_digest text check (picture_digest ~ '^[0-9a-f]{64}$'),
        seen_on date not null,
        by_user uuid not null,
        recorded_at timestamptz not null,
        resolved_on date check (resolved_on >= seen_on),
        resolved_by uuid,
        version int not null check (version > 0),
        check ((resolved_on is null) = (resolved_by is null))
      );
      create index channel_defects_by_platform on channel_defects (platform_code, recorded_at desc);
      create index channel_defects_by_notice on channel_defects (notice_id);`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table channel_defects');
  }
}
