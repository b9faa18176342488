import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PgCaseList } from '#adapters/postgres/pg-case-list.js';
import type { CaseRow } from '#application/case/case-list.js';
import { EVERYTHING, knowledgeOf, reachOf, type Person } from '#domain/access/reach.js';
import { EVERY_CASE, type CaseChoice } from '#domain/case/case-choice.js';
import type { CaseContent, CaseFile } from '#domain/case/case-file.js';
import type { Happened } from '#application/books.js';
import { anOutcome } from '#test/builders/outcome.builder.js';
import { system } from '#domain/event.js';
import { LINES } from '#domain/notice/codes.js';
import { CaseBuilder } from '#test/builders/case.builder.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { uuid } from '#test/builders/uuid.js';
import { aPlainMessage, aUser } from './shelf-examples.js';
import { openPgBooks, type OpenedPgBooks } from '#test/setup/open-pg-books.js';

const BY = system('test');
const ME: Person = { userId: aUser(1).id, role: 'caseworker', lines: LINES };

let open: OpenedPgBooks;
let list: PgCaseList;
beforeAll(async () => {
  open = await openPgBooks();
  list = new PgCaseList(open.db);
  await open.books.together(BY, (books) => books.users.add(aUser(1), undefined));
});
afterAll(() => open.close());

const id = (n: number): string => uuid(500 + n);
/** The n-th case, with the notices that are given. */
async function aCase(
  n: number,
  content: Partial<CaseContent> = {},
  ...notices: readonly NoticeBuilder[]
): Promise<void> {
  await open.books.together(BY, async (books) => {
    const one = CaseBuilder.aCase(n).saying(content).build();
    await books.cases.add(one, { kind: 'case-opened', subject: 'case', subjectId: one.id });
    for (const notice of notices) await books.notices.add(notice.identifiedAs({ caseId: one.id }).build(), undefined);
  });
}

async function found(choice: Partial<CaseChoice>, person: Person | null = null): Promise<number[]> {
  const view = person ? { known: knowledgeOf(person), read: reachOf(person) } : { known: EVERYTHING, read: EVERYTHING };
  const { rows, total } = await list.page({ ...EVERY_CASE, ...choice, page: 1, size: 50 }, view);
  expect(rows).toHaveLength(total);
  return rows.map(numberOf);
}
const numberOf = ({ reference }: Pick<CaseRow, 'reference'>): number => Number(reference.slice(-5));

const change = (n: number, verb: (one: CaseFile) => Happened): Promise<unknown> =>
  open.books.change('cases', { id: id(n), by: BY }, verb);

/** The tallies as they are kept, and as a full count makes them. */
async function tallies(): Promise<{ kept: object[]; counted: object[] }> {
  const read = (): Promise<object[]> =>
    open.db.query(`select case_id, notices, unsent, awaiting, unanswered, unknown, platforms, due_at
                   from case_tallies order by case_id`);
  const kept = await read();
  await open.db.query('select refresh_case_tallies(array(select id from case_files), false)');
  return { kept, counted: await read() };
}

describe('the tally of a case', () => {
  test('says how much waits in it and until when the first platform may take', async () => {
    await aCase(
      1,
      {},
      NoticeBuilder.aNotice(11).sentOn('2026-11-02T09:00:00Z'),
      NoticeBuilder.aNotice(12).sentOn('2026-11-01T09:00:00Z').decidedOn('2026-11-03T09:00:00Z', 'removed'),
      NoticeBuilder.aNotice(13),
    );
    expect(await list.tally(id(1))).toMatchObject({
      ...{ notices: 3, unsent: 1, awaiting: 1, unanswered: 0, unknown: 0 },
      platforms: ['Oefenplatform'],
      dueAt: new Date('2026-11-16T09:00:00Z'),
    });
  });

  test('has no deadline any more once every address was decided', async () => {
    await open.books.change('notices', { id: uuid(11), by: BY }, (notice) =>
      notice.decide([{ itemId: notice.items[0]!.id, outcome: anOutcome('removed', '2026-11-05T09:00:00Z') }]),
    );
    expect(await list.tally(id(1))).toMatchObject({ awaiting: 0, dueAt: null });
  });

  test('counts a message from when it was put with a notice until it was handled or taken away', async () => {
    const message = aPlainMessage(1);
    await open.books.together(BY, (books) => books.rawMail.keep([{ message, bytes: Buffer.from('x') }]));
    const link = (noticeId: string | null) =>
      open.db.query('update messages set notice_id = $2 where id = $1', [message.id, noticeId]);
    await link(uuid(11));
    await open.books.change('messages', { id: message.id, by: BY }, () => undefined);
    expect((await list.tally(id(1))).unanswered).toBe(1);
    await open.books.change('messages', { id: message.id, by: BY }, (one) => one.handle('set-aside', new Date()));
    expect((await list.tally(id(1))).unanswered).toBe(0);
  });

  test('stays what a full count makes of it while two work on notices of one case at once', async () => {
    await aCase(2, {}, ...[21, 22, 23, 24].map((n) => NoticeBuilder.aNotice(n).sentOn('2026-11-02T09:00:00Z')));
    await Promise.all(
      [21, 22, 23, 24].map((n) =>
        open.books.change('notices', { id: uuid(n), by: BY }, (notice) =>
          notice.acknowledge(new Date('2026-11-03T09:00:00Z')),
        ),
      ),
    );
    const { kept, counted } = await tallies();
    expect(kept).toEqual(counted);
  });
});

describe('the list of cases', () => {
  beforeAll(async () => {
    await aCase(3, { urgency: 'now', mandateValidUntil: '2026-01-01' }, NoticeBuilder.aNotice(31));
    await aCase(4, { line: 'hotline' });
    await aCase(5);
    await aCase(6, { urgency: 'now' }, NoticeBuilder.aNotice(61).sentOn('2026-10-01T09:00:00Z'));
    await change(5, (one) => one.close(new Date('2026-11-09T10:00:00Z')));
    await change(3, (one) => one.assign(ME));
  });

  test('holds what each filter asks for, and several at once', async () => {
    expect(await found({ status: 'closed' })).toEqual([5]);
    expect(await found({ line: 'hotline' })).toEqual([4]);
    expect((await found({ urgency: 'now' })).sort()).toEqual([3, 6]);
    expect(await found({ whose: { userId: ME.userId } })).toEqual([3]);
    expect(await found({ whose: 'mine' }, ME)).toEqual([3]);
    expect((await found({ whose: 'nobody', status: 'open' })).sort()).toEqual([1, 2, 4, 6]);
    expect(await found({ waits: ['overdue'] })).toEqual(
      [6, 2].filter((n) => n === 6 || Date.now() > Date.parse('2026-11-16T09:00:00Z')),
    );
    expect(await found({ waits: ['unsent', 'mandate'] })).toEqual([3]);
    expect((await found({ platform: 'practice' })).sort()).toEqual([1, 2, 3, 6]);
    expect(await found({ platform: 'facebook' })).toEqual([]);
    expect(await found({ search: 'TF-2026-000061' })).toEqual([6]);
    expect(await found({ search: '%' })).toEqual([]);
  });

  test('goes by days of the organisation, both included', async () => {
    expect(await found({ from: '2026-11-01', until: '2026-11-01' })).toHaveLength(6);
    expect(await found({ until: '2026-10-31' })).toEqual([]);
    expect(await found({ from: '2026-11-02' })).toEqual([]);
  });

  test('stands in the order asked for; what has no deadline comes last', async () => {
    expect((await found({ sort: 'deadline' })).slice(0, 2)).toEqual([6, 2]);
    expect(await found({ sort: 'reference' })).toEqual([6, 5, 4, 3, 2, 1]);
    expect((await found({ sort: 'activity' }))[0]).toBe(3);
  });

  test('counts up to what is asked and one more', async () => {
    expect(await list.counts([EVERY_CASE, { ...EVERY_CASE, urgency: 'now' }], EVERYTHING, 3)).toEqual([4, 2]);
    expect(await list.counts([], EVERYTHING, 3)).toEqual([]);
  });

  test('tells nobody by a filter what is in a case they may know of and not read', async () => {
    await change(6, (one) => one.restrict({ confidentiality: 'restricted', named: [uuid(9)] }, null));
    const auditor: Person = { userId: uuid(77), role: 'auditor', lines: LINES };
    expect(await found({}, auditor)).toContain(6);
    for (const choice of [{ urgency: 'now' }, { platform: 'practice' }, { waits: ['overdue'] }] as const)
      expect(await found(choice, auditor)).not.toContain(6);
    expect(await found({ search: 'TF-2026-000061' }, auditor)).toEqual([]);
    expect(await found({}, ME)).not.toContain(6);
    expect(await list.some([id(6), id(3)], reachOf(ME))).toHaveLength(1);
    const { rows } = await list.page(
      { ...EVERY_CASE, search: '00006', page: 1, size: 5 },
      { known: knowledgeOf(auditor), read: reachOf(auditor) },
    );
    expect(rows[0]).toMatchObject({ urgency: null, assignee: null, tally: null, mandateUntil: null });
  });
});
