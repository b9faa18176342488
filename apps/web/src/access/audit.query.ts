import { isEventKind } from '#domain/access/event-kinds.js';
import type { LogFilter } from '#application/access/audit-log.js';
import { LOG_PARTS, type LogPart } from '#domain/access/log-kinds.js';
import { endOfDay, isDay, startOfDay } from '#domain/instant.js';

/** What stands in the address of the log's page, as text; empty means everything. What it cannot mean is left out. */
export interface AuditForm {
  readonly part: string;
  readonly who: string;
  readonly kind: string;
  readonly thing: string;
  readonly from: string;
  readonly to: string;
  readonly below: string;
}

type Query = Readonly<Record<string, unknown>>;

/** The form as asked. */
export function auditForm(query: Query): AuditForm {
  const text = (name: string): string => {
    const asked = query[name];
    return typeof asked === 'string' ? asked.replaceAll('\0', '').trim().slice(0, 100) : '';
  };
  const only = (value: string, isFine: boolean): string => (isFine ? value : '');
  const [part, kind, from, to, below] = [text('part'), text('kind'), text('from'), text('to'), text('below')];
  return {
    part: only(part, (LOG_PARTS as readonly string[]).includes(part)),
    kind: only(kind, isEventKind(kind)),
    ...{ who: text('who'), thing: text('thing') },
    ...{ from: only(from, isDay(from)), to: only(to, isDay(to)), below: only(below, /^[1-9]\d{0,14}$/.test(below)) },
  };
}

/** The question the form asks; days are those of the desk's zone. */
export const filterOf = ({ part, who, kind, thing, from, to, below }: AuditForm, zone: string): LogFilter => ({
  part: (part || null) as LogPart | null,
  actor: who || null,
  kind: kind || null,
  thing: thing || null,
  from: from ? startOfDay(from, zone) : null,
  until: to ? endOfDay(to, zone) : null,
  below: below ? Number(below) : null,
});

/** The address with these questions and no others. */
export function auditAddress(path: string, form: AuditForm, below: number | null): string {
  const asked = Object.entries({ ...form, below: below === null ? '' : String(below) });
  const query = new URLSearchParams(asked.filter(([, value]) => value !== '')).toString();
  return query === '' ? path : `${path}?${query}`;
}
