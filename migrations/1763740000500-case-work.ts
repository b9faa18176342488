import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whose a case is, and a tally beside each case: how much of it waits, until when, on which platforms. Lists of a quarter
 * of a million notices are filtered and sorted by the tally instead of by counting each time (decision 0035). Safe for
 * rows that exist: nobody is assigned yet, and the tallies are counted here.
 */
export class CaseWork1763740000500 implements MigrationInterface {
  name = 'CaseWork1763740000500';

  async up(db: QueryRunner): Promise<void> {
    await db.query(ASSIGNEE);
    await db.query(TALLIES);
    await db.query(REFRESH);
    await db.query(`select refresh_case_tallies(array(select id from case_files), false)`);
    await db.query(INDEXES);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('Whose a case is, is never forgotten: restore a backup instead.'));
  }
}

const ASSIGNEE = `
  alter table case_files add column assignee uuid references users;`;

const TALLIES = `
  create table case_tallies (
    case_id uuid primary key references case_files,
    notices int not null default 0 check (notices >= 0),
    unsent int not null default 0 check (unsent >= 0),
    awaiting int not null default 0 check (awaiting >= 0),
    unanswered int not null default 0 check (unanswered >= 0),
    unknown int not null default 0 check (unknown >= 0),
    platforms text[] not null default '{}',
    due_at timestamptz,
    active_at timestamptz not null
  );`;

/**
 * Counts anew what a case holds. The rows are locked in a statement of their own, so that the count that follows sees what
 * whoever held them has committed. Time allowed ends where silence begins, which the spells of items without an outcome say.
 */
const REFRESH = `
  create function refresh_case_tallies(ids uuid[], active boolean) returns void language plpgsql as $$
  begin
    insert into case_tallies (case_id, active_at)
      select c.id, c.opened_at from case_files c where c.id = any(ids) order by c.id on conflict do nothing;
    perform from case_tallies where case_id = any(ids) order by case_id for update;
    update case_tallies t set
      notices = n.notices, unsent = n.unsent, awaiting = n.awaiting, platforms = n.platforms, due_at = d.due_at,
      unanswered = m.unanswered, unknown = e.unknown,
      active_at = case when active then clock_timestamp() else greatest(t.active_at, n.active_at) end
    from unnest(ids) as w(id)
      cross join lateral (
        select count(*) as notices,
               count(*) filter (where x.status in ('draft', 'ready', 'approved')) as unsent,
               count(*) filter (where x.status in ('submitted', 'sent', 'acknowledged')) as awaiting,
               coalesce(array_agg(distinct x.platform_code) filter (where x.platform_code is not null), '{}') as platforms,
               max(greatest(x.created_at, x.sent_at, x.acknowledged_at, x.decided_at, x.closed_at)) as active_at
        from notices x where x.case_id = w.id) n
      cross join lateral (
        select min(s.valid_from) as due_at
        from notices x join follow_up_spells s on s.notice_id = x.id
        where x.case_id = w.id and x.status in ('sent', 'acknowledged') and s.item_id is not null
          and s.class = 'no-response' and s.valid_until = 'infinity') d
      cross join lateral (
        select count(*) as unanswered from notices x join messages y on y.notice_id = x.id
        where x.case_id = w.id and y.handled_at is null) m
      cross join lateral (
        select count(*) as unknown from notices x join deliveries y on y.notice_id = x.id
        where x.case_id = w.id and y.state = 'unknown') e
    where t.case_id = w.id;
  end $$;`;

const INDEXES = `
  create index case_files_of_assignee on case_files (assignee, opened_at desc) where status = 'open';
  create index case_files_urgent on case_files ((content ->> 'urgency'), opened_at desc)
    where status = 'open' and content ->> 'urgency' <> 'normal';
  create index case_files_mandate on case_files ((content ->> 'mandateValidUntil'))
    where status = 'open' and content ->> 'mandateValidUntil' is not null;
  create index case_files_not_normal on case_files (confidentiality, opened_at desc) where confidentiality <> 'normal';
  create index case_files_of_line on case_files ((content ->> 'line'), opened_at desc);
  create index case_tallies_due on case_tallies (due_at, case_id);
  create index case_tallies_active on case_tallies (active_at desc, case_id);
  create index case_tallies_unanswered on case_tallies (case_id) where unanswered > 0;
  create index case_tallies_unknown on case_tallies (case_id) where unknown > 0;
  create index case_tallies_platforms on case_tallies using gin (platforms);`;
