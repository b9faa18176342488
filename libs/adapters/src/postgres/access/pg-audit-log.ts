import type { DataSource } from 'typeorm';
import { AuditLog, type KeptVerification, type LogFilter, type LogRow } from '#application/access/audit-log.js';
import { LOOK_KINDS } from '#domain/access/log-kinds.js';
import type { CaseReach } from '#domain/access/reach.js';
import { isUuid } from '../is-uuid.js';
import { type Bind, bindTo, NOTICE_LINE, withinReach } from '../within-reach.js';
import { aboutThings, type NamedRow, namedRows, picked, shown } from './audit-rows.js';

const OF_THE_LOG = `from event_log l where l.subject = 'audit' and l.subject_id = 'chain'`;

/** The event log as people read it, from PostgreSQL; names and references are looked up when it is shown. */
export class PgAuditLog extends AuditLog {
  constructor(private readonly db: DataSource) {
    super();
  }

  async rows(filter: LogFilter, known: CaseReach, size: number): Promise<readonly LogRow[]> {
    const things = filter.thing === null ? null : await this.idsOf(filter.thing, known);
    if (things?.length === 0) return [];
    const values: unknown[] = [];
    const bind = bindTo(values);
    const rows: NamedRow[] = await this.db.query(namedRows(picked(filter, things, size, bind), known, bind), values);
    return rows.map(shown);
  }

  async ofCase(caseId: string, known: CaseReach, size: number): Promise<readonly LogRow[]> {
    const ids = await this.idsOf(caseId, known);
    if (ids.length === 0) return [];
    const values: unknown[] = [];
    const bind = bindTo(values);
    const ofThem = `select l.* from event_log l where ${aboutThings(ids, bind)} and l.kind <> all(${bind(LOOK_KINDS)})
                    order by l.seq desc limit ${bind(size)}`;
    const rows: NamedRow[] = await this.db.query(namedRows(ofThem, known, bind), values);
    return rows.filter(({ isKnown }) => isKnown).map(shown);
  }

  async lastVerification(): Promise<KeptVerification | null> {
    const rows: KeptVerification[] = await this.db.query(
      `select l.seq::float8 as seq, l.at, l.facts ${OF_THE_LOG} and l.kind = 'audit-verified'
         and l.facts ->> 'part' = 'false' order by l.seq desc limit 1`,
    );
    return rows[0] ?? null;
  }

  async isAnswered(eventId: string): Promise<boolean> {
    const rows: unknown[] = await this.db.query(
      `select 1 ${OF_THE_LOG} and l.kind = 'audit-verified' and l.facts ->> 'asked' = $1`,
      [eventId],
    );
    return rows.length > 0;
  }

  async askedAt(): Promise<Date | null> {
    const rows: { at: Date }[] = await this.db.query(
      `select l.at ${OF_THE_LOG} and l.kind = 'audit-verification-asked' and not exists
         (select from event_log v where v.subject = 'audit' and v.subject_id = 'chain' and v.seq > l.seq
            and v.kind = 'audit-verified' and v.facts ->> 'part' = 'false')
       order by l.seq desc limit 1`,
    );
    return rows[0]?.at ?? null;
  }

  people(): Promise<readonly { readonly id: string; readonly name: string }[]> {
    return this.db.query('select id, name from users order by name, id');
  }

  /**
   * The ids that a reference or an id stands for: a case with its notices, a notice, a dossier, a person. Where it is of
   * a case that the reader may not know of, none, as where there is no such thing.
   */
  private async idsOf(thing: string, known: CaseReach): Promise<readonly string[]> {
    const values: unknown[] = [];
    const bind = bindTo(values);
    const [text, id] = [bind(thing), bind(isUuid(thing) ? thing.toLowerCase() : null)];
    const isIt = (table: string) => `(upper(${table}.reference) = upper(${text}) or ${table}.id = ${id}::uuid)`;
    const rows: { id: string; isKnown: boolean }[] = await this.db.query(
      `select c.id::text as id, ${withinReach(known, bind)} as "isKnown" from case_files c where ${isIt('c')}
       union all
       select n.id::text, ${withinReach(known, bind, { line: NOTICE_LINE })}
       from notices n left join case_files c on c.id = n.case_id
       where ${isIt('n')} or n.case_id = any(array(select o.id from case_files o where ${isIt('o')}))
       union all select e.id::text, true from escalations e where ${isIt('e')}
       union all ${PARTS_OF_NOTICES.map((table) => ofNotice(table, id, known, bind)).join(' union all ')}`,
      values,
    );
    if (rows.length === 0) return [isUuid(thing) ? thing.toLowerCase() : thing];
    return rows.filter(({ isKnown }) => isKnown).map((row) => row.id);
  }
}

/** What belongs to a notice and has ids of its own. */
const PARTS_OF_NOTICES = ['deliveries', 'messages', 'captures'];

const ofNotice = (table: string, id: string, known: CaseReach, bind: Bind): string =>
  `select x.id::text, ${withinReach(known, bind, { line: NOTICE_LINE })} from ${table} x
   left join notices n on n.id = x.notice_id left join case_files c on c.id = n.case_id where x.id = ${id}::uuid`;
