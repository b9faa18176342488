import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was done with several cases at once, so that its result can be read and undone. A new table, so safe for what exists. */
export class CaseBatches1763740000503 implements MigrationInterface {
  name = 'CaseBatches1763740000503';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table case_batches (
        id uuid primary key,
        act text not null check (act in ('assign', 'close')),
        done_by uuid not null references users,
        assignee uuid references users,
        result jsonb not null check (result ?& array['changed', 'leftOut']),
        undone jsonb check (undone ?& array['changed', 'leftOut']),
        at timestamptz not null,
        version int not null check (version > 0),
        check (act = 'assign' or assignee is null)
      );
      create index case_batches_newest on case_batches (done_by, at desc);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table case_batches');
  }
}
