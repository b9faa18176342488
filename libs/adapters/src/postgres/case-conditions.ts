import type { CaseReach } from '#domain/access/reach.js';
import { MANDATE_ENDS_WITHIN, type CaseChoice, type CaseSort, type CaseWait } from '#domain/case/case-choice.js';
import { withinReach, type Bind } from './within-reach.js';

/** The zone days are counted in, from the one row that says who we are. */
const ZONE = "(select organisation ->> 'zone' from installation)";

/** What waits, as a condition on a case `c` and its tally `t`. */
const WAITS: Readonly<Record<CaseWait, string>> = {
  unanswered: 't.unanswered > 0',
  awaiting: 't.awaiting > 0',
  overdue: 't.due_at <= now()',
  unknown: 't.unknown > 0',
  unsent: 't.unsent > 0',
  // Few have one that ends soon, which no statistics say: as an array they are looked up first.
  mandate: `c.id = any(array(select x.id from case_files x
    where x.status = 'open' and x.content ->> 'mandateValidUntil' is not null and x.content ->> 'mandateValidUntil' <= (now() at time zone ${ZONE} + interval '${MANDATE_ENDS_WITHIN} days')::date::text))`,
};

/** Each ends on what no two cases share, so that pages neither repeat nor skip a case. */
export const ORDERS: Readonly<Record<CaseSort, string>> = {
  deadline: 't.due_at, c.id',
  opened: 'c.opened_at desc, c.id',
  activity: 't.active_at desc, c.id',
  reference: 'c.reference desc',
};

/**
 * What a choice asks of a case `c` with its tally `t`, within reach of who may know of it. Whatever is asked about the
 * content leaves out what may not be read, or a list would tell what a page hides.
 */
export function caseConditions(choice: CaseChoice, view: { known: CaseReach; read: CaseReach }, bind: Bind): string {
  const asked = [...contentConditions(choice, view.read.userId, bind), ...choice.waits.map((wait) => WAITS[wait])];
  return [
    withinReach(view.known, bind),
    ...outlineConditions(choice, bind),
    ...(choice.search === '' ? [] : [searchCondition(choice.search, view.read, bind)]),
    ...asked,
    ...(asked.length === 0 ? [] : [withinReach(view.read, bind)]),
  ].join(' and ');
}

/** About what may be known of every case that is listed. */
function outlineConditions({ status, line, confidentiality, from, until }: CaseChoice, bind: Bind): string[] {
  return [
    ...(status === 'all' ? [] : [`c.status = '${status}'`]),
    ...(line === null ? [] : [`c.content ->> 'line' = ${bind(line)}`]),
    ...(confidentiality === null ? [] : [`c.confidentiality = ${bind(confidentiality)}`]),
    ...(from === null ? [] : [`c.opened_at >= ${bind(from)}::date::timestamp at time zone ${ZONE}`]),
    ...(until === null ? [] : [`c.opened_at < (${bind(until)}::date + 1)::timestamp at time zone ${ZONE}`]),
  ];
}

function contentConditions({ urgency, platform, whose }: CaseChoice, me: string, bind: Bind): string[] {
  const owner = typeof whose === 'object' ? whose?.userId : me;
  return [
    ...(urgency === null ? [] : [`c.content ->> 'urgency' = ${bind(urgency)}`]),
    ...(platform === null ? [] : [`t.platforms @> array[${bind(platform)}::text]`]),
    ...(whose === null ? [] : [whose === 'nobody' ? 'c.assignee is null' : `c.assignee = ${bind(owner)}::uuid`]),
  ];
}

/** What the index of pieces of words holds of a case; its own condition follows, for the summary is not searched here. */
const PIECES = "((x.content ->> 'helpSeekerReference') || ' ' || (x.content ->> 'summary'))";

/** Each branch has an index of its own, which one condition with `or` in it could not use. */
function searchCondition(search: string, read: CaseReach, bind: Bind): string {
  const part = bind(`%${search.replace(/[\\%_]/g, '\\$&')}%`);
  const readable = withinReach(read, bind, { c: 'x' });
  return `c.id in (
    select x.id from case_files x where x.reference ilike ${part}
    union all select x.id from case_files x where ${PIECES} ilike ${part}
      and x.content ->> 'helpSeekerReference' ilike ${part} and ${readable}
    union all select x.id from case_files x join notices n on n.case_id = x.id where n.reference ilike ${part} and ${readable})`;
}
