import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Complaints to the coordinator and the files made for them. New tables, so safe for what exists. */
export class Escalations1763740000150 implements MigrationInterface {
  name = 'Escalations1763740000150';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table escalations (
        id uuid primary key,
        reference text not null unique check (reference ~ '^E-[0-9]{4}-[0-9]{4,}$'),
        scope jsonb not null check (jsonb_typeof(scope) = 'object'),
        status text not null check (status in ('draft', 'reviewed', 'sent', 'received', 'transmitted', 'closed')),
        opened_at timestamptz not null,
        version int not null check (version > 0)
      );
      create index escalations_newest on escalations (opened_at desc, id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table escalations');
  }
}
