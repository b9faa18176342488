import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { AuditLog, type LogFilter } from '#application/access/audit-log.js';
import { Books } from '#application/books.js';
import { knowledgeOf, type Person } from '#domain/access/reach.js';
import { system } from '#domain/event.js';
import { CaseBuilder } from '#test/builders/case.builder.js';
import { uuid } from '#test/builders/uuid.js';
import { openDesk, type OpenDesk } from '#test/setup/open-desk.js';

const BY = system('test');
const ALL: LogFilter = { part: null, kind: null, actor: null, thing: null, from: null, until: null, below: null };
const OURS = CaseBuilder.aCase(1).build();
const THEIRS = CaseBuilder.aCase(2).saying({ line: 'hotline' }).build();
const SUPERVISOR: Person = { userId: uuid(1), role: 'supervisor', lines: ['helpline'] };
const AUDITOR: Person = { userId: uuid(2), role: 'auditor', lines: [] };

let desk: OpenDesk;

beforeAll(async () => {
  desk = await openDesk();
  await desk.get(Books).together(BY, async (books) => {
    for (const one of [OURS, THEIRS])
      await books.cases.add(one, { kind: 'case-opened', subject: 'case', subjectId: one.id });
  });
  await desk
    .get(Books)
    .change('cases', { id: OURS.id, by: BY }, (one) =>
      one.restrict({ confidentiality: 'sealed', named: [uuid(3)] }, null),
    );
});
afterAll(() => desk.close());

const seen = async (person: Person, thing: string | null = null): Promise<(string | null)[]> => {
  const rows = await desk.get(AuditLog).rows({ ...ALL, thing }, knowledgeOf(person), 50);
  return rows.filter(({ subject }) => subject === 'case').map(({ reference }) => reference);
};

test('an auditor sees of every case that it was there, sealed ones too', async () => {
  expect((await seen(AUDITOR)).sort()).toEqual([OURS.reference, OURS.reference, THEIRS.reference].sort());
});

test('a case of another team is neither named to a supervisor nor found, as if it were not there', async () => {
  expect((await seen(SUPERVISOR)).sort()).toEqual([OURS.reference, OURS.reference, null].sort());
  expect(await seen(SUPERVISOR, THEIRS.reference)).toEqual([]);
  expect(await seen(SUPERVISOR, THEIRS.id)).toEqual([]);
  expect(await desk.get(AuditLog).ofCase(THEIRS.id, knowledgeOf(SUPERVISOR), 50)).toEqual([]);
});

test('what happened to a case is told whole to who may know of it', async () => {
  const kinds = (await desk.get(AuditLog).ofCase(OURS.id, knowledgeOf(SUPERVISOR), 50)).map(({ kind }) => kind);
  expect(kinds).toEqual(['case-restricted', 'case-opened']);
});
