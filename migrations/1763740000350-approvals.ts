import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Four eyes: who wrote a notice, whether a second person is asked about its letter, and what the last one said.
 * The authors of what is there already follow from the log. Safe: one new column with a default, and what nobody could
 * reach before (approved) is put back.
 */
export class Approvals1763740000350 implements MigrationInterface {
  name = 'Approvals1763740000350';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table notices add column approval jsonb not null default '{"authors": [], "asked": null, "judged": null}';
      alter table notices alter column approval drop default;
      update notices set status = 'ready' where status = 'approved';
      update notices n set approval = jsonb_set(n.approval, '{authors}', w.authors)
        from (select subject_id, jsonb_agg(distinct actor) as authors from event_log
              where subject = 'notice' and actor_kind = 'user'
                and kind in ('notice-started', 'notice-described', 'notice-prepared') group by subject_id) w
        where w.subject_id = n.id::text;
      alter table notices
        add constraint notices_approval_whole check (approval ?& array['authors', 'asked', 'judged']
          and jsonb_typeof(approval -> 'authors') = 'array'),
        add constraint notices_approved_by_another check (status <> 'approved'
          or (approval #>> '{judged,kind}' = 'given'
              and approval #>> '{judged,letterDigest}' = approval #>> '{asked,letterDigest}'
              and not (approval -> 'authors') ? (approval #>> '{judged,by}')) is true);
      create index notices_awaiting_approval on notices ((approval #>> '{asked,at}'), id)
        where status = 'ready' and approval #>> '{asked,at}' is not null;
    `);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('Who approved what is never taken away: restore a backup instead.'));
  }
}
