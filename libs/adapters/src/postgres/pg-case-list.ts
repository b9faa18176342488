import { In, type DataSource } from 'typeorm';
import {
  CaseList,
  MOST_COUNTED,
  type CaseFilter,
  type CaseRow,
  type CaseTally,
  type CaseView,
} from '#application/case/case-list.js';
import type { PageOf } from '#application/page-of.js';
import type { CaseReach } from '#domain/access/reach.js';
import type { CaseChoice } from '#domain/case/case-choice.js';
import { CaseFile } from '#domain/case/case-file.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { caseConditions, ORDERS } from './case-conditions.js';
import { isUuid } from './is-uuid.js';
import { bindTo, withinReach } from './within-reach.js';

const FROM = 'from case_files c join case_tallies t on t.case_id = c.id';

/** The same for a count; the tally, which every case has, is left out by PostgreSQL itself where nothing is asked of it. */
const COUNTED = 'from case_files c left join case_tallies t on t.case_id = c.id';

const TALLY = `jsonb_build_object('notices', t.notices, 'unsent', t.unsent, 'awaiting', t.awaiting,
  'unanswered', t.unanswered, 'unknown', t.unknown, 'dueAt', t.due_at, 'activeAt', t.active_at,
  'platforms', array(select p.name from platforms p where p.code = any(t.platforms) order by p.name))`;

/** A row; of a case that is not readable, nothing of its content. */
const row = (readable: string): string => `c.id, c.version, c.reference, c.content ->> 'line' as line,
  c.confidentiality, c.status, c.opened_at as "openedAt",
  case when readable.yes then c.content ->> 'urgency' end as urgency,
  case when readable.yes then c.content ->> 'mandateValidUntil' end as "mandateUntil",
  case when readable.yes then (select jsonb_build_object('id', u.id, 'name', u.name) from users u where u.id = c.assignee)
    end as assignee,
  case when readable.yes then ${TALLY} end as tally
  ${FROM} cross join lateral (select ${readable} as yes) readable`;

type FoundRow = Omit<CaseRow, 'tally'> & { readonly tally: FoundTally | null };
type FoundTally = Omit<CaseTally, 'dueAt' | 'activeAt'> & { readonly dueAt: string | null; readonly activeAt: string };

/** The list of cases from PostgreSQL. */
export class PgCaseList extends CaseList {
  constructor(private readonly db: DataSource) {
    super();
  }

  /** The cases are chosen first, so that of those on earlier pages nothing else need be found. */
  async page({ page, size, ...choice }: CaseFilter, view: CaseView, most = MOST_COUNTED): Promise<PageOf<CaseRow>> {
    const parameters: unknown[] = [];
    const bind = bindTo(parameters);
    const [where, order] = [caseConditions(choice, view, bind), ORDERS[choice.sort]];
    const [total] = await this.counts([choice], view.read, most, view.known);
    const rows: FoundRow[] = await this.db.query(
      `select ${row(withinReach(view.read, bind))} where c.id = any(array(
         select c.id ${FROM} where ${where} order by ${order} limit ${bind(size)} offset ${bind((page - 1) * size)}))
       order by ${order}`,
      parameters,
    );
    return { rows: rows.map(caseRow), total: total! };
  }

  async counts(choices: readonly CaseChoice[], read: CaseReach, most: number, known = read): Promise<number[]> {
    if (choices.length === 0) return [];
    const parameters: unknown[] = [];
    const bind = bindTo(parameters);
    const each = choices.map((choice) => {
      const where = caseConditions(choice, { known, read }, bind);
      return `(select count(*)::int from (select ${COUNTED} where ${where} limit ${most + 1}) f)`;
    });
    const [found]: { n: number[] }[] = await this.db.query(`select array[${each.join(', ')}] as n`, parameters);
    return found!.n;
  }

  some(ids: readonly string[], reach: CaseReach): Promise<readonly CaseRow[]> {
    const parameters: unknown[] = [ids.filter(isUuid)];
    return this.readable(
      `c.id = any($1) and ${withinReach(reach, bindTo(parameters))} order by c.reference`,
      parameters,
    );
  }

  first(choice: CaseChoice, reach: CaseReach, most: number): Promise<readonly CaseRow[]> {
    const parameters: unknown[] = [];
    const where = caseConditions(choice, { known: reach, read: reach }, bindTo(parameters));
    return this.readable(`${where} order by ${ORDERS[choice.sort]} limit ${most}`, parameters);
  }

  files(caseIds: readonly string[]): Promise<readonly CaseFile[]> {
    return this.db.manager.find(CaseFile, { where: { id: In(caseIds.filter(isUuid)) }, order: { reference: 'ASC' } });
  }

  async one(caseId: string): Promise<CaseFile> {
    const found = isUuid(caseId) ? await this.db.manager.findOneBy(CaseFile, { id: caseId }) : null;
    if (!found) throw new RuleViolation('case.not-found', { id: caseId });
    return found;
  }

  async tallies(caseIds: readonly string[]): Promise<ReadonlyMap<string, CaseTally>> {
    const rows = await this.readable('c.id = any($1)', [caseIds.filter(isUuid)]);
    return new Map(rows.map(({ id, tally }) => [id, tally!]));
  }

  async tally(caseId: string): Promise<CaseTally> {
    const [found] = isUuid(caseId) ? await this.readable('c.id = $1', [caseId]) : [];
    if (!found?.tally) throw new RuleViolation('case.not-found', { id: caseId });
    return found.tally;
  }

  private async readable(where: string, parameters: unknown[]): Promise<CaseRow[]> {
    const rows: FoundRow[] = await this.db.query(`select ${row('true')} where ${where}`, parameters);
    return rows.map(caseRow);
  }
}

/** Within JSON a moment is text. */
const caseRow = ({ tally, ...rest }: FoundRow): CaseRow => ({
  ...rest,
  tally: tally && {
    ...tally,
    dueAt: tally.dueAt === null ? null : new Date(tally.dueAt),
    activeAt: new Date(tally.activeAt),
  },
});
