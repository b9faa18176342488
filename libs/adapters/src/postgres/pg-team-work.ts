import type { DataSource } from 'typeorm';
import { TeamWork, type PersonWork } from '#application/case/team-work.js';
import type { CaseReach } from '#domain/access/reach.js';
import { bindTo, withinReach } from './within-reach.js';

/** Open cases by person, from the tallies; ages from the few notices that wait for an answer. */
const work = (within: string): string => `
  with open as (
    select c.id, c.assignee, t.due_at, t.unanswered, t.unsent
    from case_files c join case_tallies t on t.case_id = c.id where c.status = 'open' and ${within}),
  held as (
    select assignee, count(*)::int as cases, count(*) filter (where due_at <= now())::int as overdue,
           sum(unanswered)::int as unanswered, sum(unsent)::int as unsent
    from open group by assignee),
  sent as (
    select o.assignee, extract(epoch from now() - n.sent_at) / 86400 as days
    from notices n join open o on o.id = n.case_id
    where n.status in ('sent', 'acknowledged')),
  aged as (
    select assignee, count(*) filter (where days < 3)::int as fresh, count(*) filter (where days >= 3 and days < 8)::int as week,
           count(*) filter (where days >= 8 and days < 31)::int as month, count(*) filter (where days >= 31)::int as older
    from sent group by assignee)
  select h.assignee as "userId", u.name, coalesce(u.disabled, false) as "isGone",
         h.cases, h.overdue, h.unanswered, h.unsent,
         jsonb_build_object('0-2', coalesce(a.fresh, 0), '3-7', coalesce(a.week, 0), '8-30', coalesce(a.month, 0),
                            'older', coalesce(a.older, 0)) as waiting
  from held h left join users u on u.id = h.assignee left join aged a on a.assignee is not distinct from h.assignee
  order by h.assignee is not null, u.name, h.assignee`;

/** Work of a team from PostgreSQL. */
export class PgTeamWork extends TeamWork {
  constructor(private readonly db: DataSource) {
    super();
  }

  within(reach: CaseReach): Promise<readonly PersonWork[]> {
    const parameters: unknown[] = [];
    return this.db.query(work(withinReach(reach, bindTo(parameters))), parameters);
  }
}
