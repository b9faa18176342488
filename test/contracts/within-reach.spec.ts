import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { PgStandings } from '#adapters/postgres/access/pg-standings.js';
import { openDataSource } from '#adapters/postgres/data-source.js';
import { bindTo, NOTICE_LINE, withinReach } from '#adapters/postgres/within-reach.js';
import {
  EVERYTHING,
  isWithin,
  knowledgeOf,
  reachOf,
  type CaseReach,
  type CaseStanding,
  type Person,
} from '#domain/access/reach.js';
import { ROLES } from '#domain/access/role.js';
import { CONFIDENTIALITIES } from '#domain/case/case-file.js';
import { LINES, type Line } from '#domain/notice/codes.js';
import type { NoticeIdentity } from '#domain/notice/notice-content.js';
import { Notice } from '#domain/notice/notice.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { uuid } from '#test/builders/uuid.js';
import { freshDatabase } from '#test/setup/fresh-database.js';

const ME = uuid(1);
const YOU = uuid(2);
const SESSION = uuid(3);

/** Every way in which a case can stand to me; an opening in another session, of another person or long ago is none. */
const OPENINGS = ['none', 'now', 'expired', 'other-session', 'other-person'] as const;
const CASES = LINES.flatMap((line) =>
  CONFIDENTIALITIES.flatMap((confidentiality) =>
    (confidentiality === 'normal' ? [[]] : [[], [ME], [YOU], [ME, YOU]]).flatMap((named) =>
      OPENINGS.map((opening) => ({ line, confidentiality, named, opening })),
    ),
  ),
).map((each, index) => ({ ...each, id: uuid(1000 + index) }));

const SUBSETS: readonly (readonly Line[])[] = [[], ['helpline'], ['hotline', 'prevention-line'], LINES];
const PEOPLE: readonly Person[] = ROLES.flatMap((role) =>
  SUBSETS.flatMap((lines) => [SESSION, null].map((sessionId) => ({ userId: ME, role, lines, sessionId }))),
);

let db: DataSource;
beforeAll(async () => {
  db = await openDataSource(await freshDatabase(), 2);
  for (const [id, role] of [
    [ME, 'caseworker'],
    [YOU, 'supervisor'],
  ]) {
    await db.query(
      `insert into users (id, email, name, role, lines, language, theme, version, in_training)
       values ($1::uuid, $1::text || '@x.test', 'Oefencollega', $2, '{}', 'nl', 'auto', 1, false)`,
      [id, role],
    );
  }
  for (const index of CASES.keys()) await keep(CASES[index]!.id, index);
  async function keep(id: string, index: number): Promise<void> {
    const { line, confidentiality, named, opening } = CASES[index]!;
    await db.query(
      `insert into case_files (id, reference, content, status, opened_at, version, confidentiality, named)
       values ($1, $2, jsonb_build_object('line', $3::text), 'open', now(), 1, $4, $5)`,
      [id, `Z-2026-${String(index + 1).padStart(5, '0')}`, line, confidentiality, named],
    );
    await keepNotice(3000 + index, { caseId: id, line: line === 'helpline' ? 'hotline' : 'helpline' });
    if (opening === 'none') return;
    const who = opening === 'other-person' ? YOU : ME;
    const session = opening === 'other-session' ? uuid(4) : SESSION;
    await db.query(
      `insert into sealed_openings (id, case_id, user_id, session_id, reason, at)
       values (gen_random_uuid(), $1, $2, $3, 'Oefening', now() - make_interval(mins => $4))`,
      [id, who, session, opening === 'expired' ? 31 : 29],
    );
  }
  await keepNotice(4000, { caseId: null, line: 'hotline' });
});
afterAll(() => db.destroy());

async function keepNotice(n: number, of: Pick<NoticeIdentity, 'caseId' | 'line'>): Promise<void> {
  const draft = NoticeBuilder.aNotice(n).identifiedAs({ origin: 'imported', ...of });
  await db.manager.insert(Notice, draft.saying({ platformCode: null }).build() as never);
}

const standingTo = (
  { line, confidentiality, named, opening }: (typeof CASES)[number],
  sessionId: string | null,
): CaseStanding => ({
  line,
  confidentiality,
  named,
  opened: opening === 'now' && sessionId === SESSION,
});

async function casesWithin(reach: CaseReach): Promise<string[]> {
  const parameters: unknown[] = [];
  const where = withinReach(reach, bindTo(parameters));
  const rows: { id: string }[] = await db.query(`select c.id from case_files c where ${where} order by id`, parameters);
  return rows.map(({ id }) => id);
}

async function noticesWithin(reach: CaseReach): Promise<(string | null)[]> {
  const parameters: unknown[] = [];
  const where = withinReach(reach, bindTo(parameters), { line: NOTICE_LINE });
  const from = 'notices n left join case_files c on c.id = n.case_id';
  const rows: { id: string | null }[] = await db.query(
    `select c.id from ${from} where ${where} order by id`,
    parameters,
  );
  return rows.map(({ id }) => id);
}

describe('the database and the domain agree on every case', () => {
  test('that there is every kind of', () => expect(CASES).toHaveLength(3 * (1 + 4 + 4) * 5));

  test.each(
    PEOPLE.map((person) => {
      const name = `${person.role} of ${person.lines.join('+') || 'no line'} ${person.sessionId ? 'in' : 'without'} a session`;
      return { name, person };
    }),
  )('for a $name', async ({ person }) => {
    for (const reach of [reachOf(person), knowledgeOf(person)]) {
      const expected = CASES.filter((each) => isWithin(reach, standingTo(each, person.sessionId ?? null))).map(
        ({ id }) => id,
      );
      expect(await casesWithin(reach)).toEqual(expected);
      const imported = isWithin(reach, { line: 'hotline', confidentiality: 'normal', named: [], opened: false });
      expect(await noticesWithin(reach)).toEqual([...expected, ...(imported ? [null] : [])]);
    }
  });

  test('for the system, which leaves nothing out', async () => {
    expect(await casesWithin(EVERYTHING)).toHaveLength(CASES.length);
    expect(withinReach(EVERYTHING, bindTo([]))).toBe('true');
  });

  test('when it is looked up alone, for the guard', async () => {
    const person: Person = { userId: ME, role: 'caseworker', lines: LINES, sessionId: SESSION };
    const standings = new PgStandings(db);
    for (const each of CASES) {
      const expected = { ...standingTo(each, SESSION), caseId: each.id, noticeId: null };
      expect(await standings.of('case', each.id, person)).toEqual(expected);
    }
    expect(await standings.of('notice', uuid(3000), person)).toMatchObject({
      caseId: CASES[0]!.id,
      line: CASES[0]!.line,
    });
    expect(await standings.of('notice', uuid(4000), person)).toMatchObject({
      caseId: null,
      line: 'hotline',
      confidentiality: 'normal',
    });
    for (const id of [uuid(9999), 'no id', '']) expect(await standings.of('case', id, person)).toBeUndefined();
  });
});
