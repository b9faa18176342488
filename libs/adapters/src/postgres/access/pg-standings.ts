import type { DataSource } from 'typeorm';
import { Standings, type FoundStanding, type ThingOfCase } from '#application/access/standings.js';
import type { Person } from '#domain/access/reach.js';
import { isUuid } from '../is-uuid.js';
import { opened } from '../within-reach.js';

/** A thing under `$1`, with the notice `n` and the case `c` it belongs to where it does. */
const FROM: Readonly<Record<ThingOfCase, string>> = {
  case: 'case_files c left join notices n on false where c.id = $1',
  notice: 'notices n left join case_files c on c.id = n.case_id where n.id = $1',
  delivery: `deliveries d join notices n on n.id = d.notice_id left join case_files c on c.id = n.case_id where d.id = $1`,
  capture: `captures x join notices n on n.id = x.notice_id left join case_files c on c.id = n.case_id where x.id = $1`,
  message: `messages m left join notices n on n.id = m.notice_id left join case_files c on c.id = n.case_id where m.id = $1`,
  evidence: `evidence_items e left join captures x on x.id = e.capture_id
             join notices n on n.id = coalesce(e.notice_id, x.notice_id)
             left join case_files c on c.id = n.case_id where e.id = $1`,
};

/** What is no id is looked up all the same, as an id that nothing has, so that both take as long. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Standings from PostgreSQL, in one look by keys. */
export class PgStandings extends Standings {
  constructor(private readonly db: DataSource) {
    super();
  }

  async of(thing: ThingOfCase, id: string, { userId, sessionId = null }: Person): Promise<FoundStanding | undefined> {
    const select = `select c.id as "caseId", n.id as "noticeId", coalesce(c.content ->> 'line', n.line) as line,
        coalesce(c.confidentiality, 'normal') as confidentiality, coalesce(c.named, '{}') as named,
        ${opened('c', '$2', '$3')} as opened`;
    const parameters = [isUuid(id) ? id : NOBODY, userId, sessionId];
    const rows: FoundStanding[] = await this.db.query(`${select} from ${FROM[thing]}`, parameters);
    return rows[0];
  }
}
