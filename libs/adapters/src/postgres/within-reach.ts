import { isEverything, type CaseReach, type Need } from '#domain/access/reach.js';
import { OPENING_MINUTES } from '#domain/access/sealed-opening.js';

/** Adds a value to the parameters of a query and answers the mark that stands for it. */
export type Bind = (value: unknown) => string;

/** Binds to the end of these parameters. */
export const bindTo =
  (parameters: unknown[]): Bind =>
  (value) =>
    `$${parameters.push(value)}`;

/** Whether a person gave a reason for the case `c` in this session, not too long ago. */
export const opened = (c: string, user: string, session: string): string =>
  `exists (select from sealed_openings o where o.case_id = ${c}.id and o.user_id = ${user}::uuid
           and o.session_id = ${session}::uuid and o.at > now() - interval '${OPENING_MINUTES} minutes')`;

/** The aliases a query has for the case, which may be absent, and for what else has a line. */
interface Names {
  readonly c?: string;
  /** The line of what is asked for; that of the case goes before that of its notice. */
  readonly line?: string;
}

/** That the case `c`, where there is one, is of this person or nobody's. */
export const notOthers = (user: string): string => `(c.assignee is null or c.assignee = ${user}::uuid)`;

/** The line of a notice `n` that may have a case `c`. */
export const NOTICE_LINE = "coalesce(c.content ->> 'line', n.line)";

/**
 * The cases within a reach, as a condition on a row `c` of `case_files`; `isWithin` of the domain says the same of one
 * standing, and a test holds both equal. What belongs to no case is as open as its line; what has no line either is seen
 * by everybody who has one. With everything in reach it is `true`, so that no case need be looked at.
 */
export function withinReach(
  reach: CaseReach,
  bind: Bind,
  { c = 'c', line = `${c}.content ->> 'line'` }: Names = {},
): string {
  if (isEverything(reach)) return 'true';
  if (reach.lines.length === 0) return 'false';
  const holds: Readonly<Record<Need, () => string>> = {
    named: () => `${bind(reach.userId)}::uuid = any(${c}.named)`,
    opened: () => opened(c, bind(reach.userId), bind(reach.sessionId)),
  };
  const kinds = Object.entries(reach.needs).map(([kind, asked]) => {
    const needed = asked?.map((need) => holds[need]()) ?? ['false'];
    return `when '${kind}' then ${needed.length === 0 ? 'true' : needed.join(' and ')}`;
  });
  const ofLine = `coalesce(${line} = any(${bind(reach.lines)}::text[]), true)`;
  return `(${ofLine} and case coalesce(${c}.confidentiality, 'normal') ${kinds.join(' ')} end)`;
}
