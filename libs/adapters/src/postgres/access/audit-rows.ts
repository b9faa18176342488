import type { LogFilter, LogRow } from '#application/access/audit-log.js';
import type { CaseReach } from '#domain/access/reach.js';
import { SUBJECTS } from '#domain/event.js';
import { DENIAL_KINDS, LOOK_KINDS } from '#domain/access/log-kinds.js';
import { type Bind, NOTICE_LINE, withinReach } from '../within-reach.js';

/** A text as an id where it is one: ids of events are texts, and not all are of rows. */
const uuid = (text: string): string =>
  `case when ${text} ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then (${text})::uuid end`;

const ID_OF = (subject: string): string => `case when l.subject = '${subject}' then ${uuid('l.subject_id')} end`;

/** The entries of `picked`, each with the notice and case it belongs to, and whether the reader may know of them. */
export const namedRows = (picked: string, known: CaseReach, bind: Bind): string => `
  with l as materialized (${picked})
  select l.seq::float8 as seq, l.at, l.kind, l.subject, l.subject_id as "subjectId", l.facts,
         l.actor_kind as "actorKind", l.actor, u.name, c.id as "caseId", n.id as "noticeId",
         coalesce(n.reference, c.reference, e.reference, about.name) as reference,
         ${withinReach(known, bind, { line: NOTICE_LINE })} as "isKnown"
  from l
  left join users u on l.actor_kind = 'user' and u.id::text = l.actor
  left join users about on about.id = ${ID_OF('user')}
  left join deliveries d on d.id = ${ID_OF('delivery')}
  left join messages m on m.id = ${ID_OF('message')}
  left join captures x on x.id = ${ID_OF('capture')}
  left join escalations e on e.id = ${ID_OF('escalation')}
  left join notices n
    on n.id = coalesce(${ID_OF('notice')}, d.notice_id, m.notice_id, x.notice_id, ${uuid("l.facts ->> 'noticeId'")})
  left join case_files c on c.id = coalesce(n.case_id, ${ID_OF('case')}, ${uuid("l.facts ->> 'caseId'")})
  order by l.seq desc`;

/** An entry as the query answers it. */
export type NamedRow = LogRow & { readonly isKnown: boolean };

/** What the reader may not know of is not named, and nothing is said that would tell it. */
export function shown({ isKnown, ...row }: NamedRow): LogRow {
  if (isKnown) return row;
  return { ...row, subjectId: null, facts: {}, reference: null, caseId: null, noticeId: null };
}

/** Entries that answer the filter, newest first; `things` are the ids its `thing` stands for. */
export function picked(filter: LogFilter, things: readonly string[] | null, size: number, bind: Bind): string {
  const { part, kind, actor, from, until, below } = filter;
  const asked = [
    part === null ? null : PARTS[part](bind),
    kind && `l.kind = ${bind(kind)}`,
    actor && `l.actor = ${bind(actor)}`,
    from && `l.at >= ${bind(from)}`,
    until && `l.at < ${bind(until)}`,
    below && `l.seq < ${bind(below)}`,
    things && aboutThings(things, bind),
  ].filter((each): each is string => typeof each === 'string');
  return `select l.* from event_log l where ${['true', ...asked].join(' and ')} order by l.seq desc limit ${bind(size)}`;
}

/** About one of these, or about what belongs to a notice among these. */
export function aboutThings(ids: readonly string[], bind: Bind): string {
  const all = bind(ids);
  return `l.seq in (select seq from event_log where subject = any(${bind(SUBJECTS)}) and subject_id = any(${all})
                    union select seq from event_log where facts ? 'noticeId' and facts ->> 'noticeId' = any(${all}))`;
}

const LOOKS_AND_DENIALS = [...LOOK_KINDS, ...DENIAL_KINDS];

const PARTS = {
  looks: (bind: Bind) => `l.kind = any(${bind(LOOK_KINDS)})`,
  denials: (bind: Bind) => `l.kind = any(${bind(DENIAL_KINDS)})`,
  changes: (bind: Bind) => `l.kind <> all(${bind(LOOKS_AND_DENIALS)})`,
} as const;
