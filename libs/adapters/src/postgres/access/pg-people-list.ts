import type { DataSource } from 'typeorm';
import {
  PeopleList,
  type OpenReset,
  type PeopleFilter,
  type PersonFile,
  type PersonRow,
} from '#application/access/people-list.js';
import type { PageOf } from '#application/page-of.js';
import { RESET_HOURS } from '#domain/access/factor-reset.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { isUuid } from '../is-uuid.js';

/** Every person with what follows from their links and what they signed in with. */
const PEOPLE = `
  select u.id, u.email, u.name, u.role, u.lines, u.version, u.in_training as "inTraining", u.disabled_for as "disabledFor",
         u.password_hash is not null as "hasPassword", l.ends_at as "linkEndsAt",
         case when u.disabled then 'disabled' when u.password_hash is not null then 'active'
              when l.ends_at is not null then 'invited' else 'link-over' end as state,
         exists (select from passkeys k where k.user_id = u.id)
           or exists (select from totp_secrets t where t.user_id = u.id and t.state = 'in-use') as "secondFactor",
         (select max(e.at) from event_log e where e.subject = 'user' and e.subject_id = u.id::text
           and e.kind = 'signed-in') as "lastSignedInAt",
         (select count(*)::int from sessions s where s.user_id = u.id) as sessions
    from users u
    left join lateral (select max(ends_at) as ends_at from user_links
                        where user_id = u.id and used_at is null and ends_at > now()) l on true`;

const ENDS_AT = 'r.asked_at + make_interval(hours => $1)';
/** Requests to take away second factors that nobody settled. */
const RESETS = `
  select r.id, r.user_id as "userId", u.name, r.asked_by as "askedBy", a.name as "askedByName",
         r.asked_at as "askedAt", ${ENDS_AT} as "endsAt", ${ENDS_AT} <= now() as "isOver"
    from factor_resets r join users u on u.id = r.user_id join users a on a.id = r.asked_by
   where r.state = 'asked'`;

const WHERE = `($1 = '' or p.name ilike '%' || $1 || '%' or p.email ilike '%' || $1 || '%')
  and ($2::text is null or p.role = $2) and ($3::text is null or p.state = $3)`;

/** People in PostgreSQL, for who manages them. */
export class PgPeopleList extends PeopleList {
  constructor(private readonly db: DataSource) {
    super();
  }

  async page({ search, role, state, page, size }: PeopleFilter): Promise<PageOf<PersonRow>> {
    const filter = [search.trim().replace(/[\\%_]/g, '\\$&'), role, state];
    const from = `from (${PEOPLE}) p where ${WHERE}`;
    const rows: PersonRow[] = await this.db.query(
      `select p.* ${from} order by lower(p.name), p.id limit $4 offset $5`,
      [...filter, size, (page - 1) * size],
    );
    const [counted]: [{ total: number }] = await this.db.query(`select count(*)::int as total ${from}`, filter);
    return { rows, total: counted.total };
  }

  async one(userId: string): Promise<PersonFile> {
    const [found]: PersonFile[] = isUuid(userId) ? await this.db.query(`${PEOPLE} where u.id = $1`, [userId]) : [];
    if (!found) throw new RuleViolation('user.not-found', { id: userId });
    return found;
  }

  async openResets(): Promise<readonly OpenReset[]> {
    return this.db.query(`${RESETS} and ${ENDS_AT} > now() order by r.asked_at, r.id`, [RESET_HOURS]);
  }

  async askedReset(userId: string): Promise<OpenReset | undefined> {
    const [found]: OpenReset[] = await this.db.query(`${RESETS} and r.user_id::text = $2`, [RESET_HOURS, userId]);
    return found;
  }

  async administrators(): Promise<number> {
    const [counted]: [{ n: number }] = await this.db.query(
      `select count(*)::int as n from users where role = 'administrator' and not disabled and password_hash is not null`,
    );
    return counted.n;
  }
}
