import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PgNoticeList } from '#adapters/postgres/pg-notice-list.js';
import { EVERYTHING } from '#domain/access/reach.js';
import { system } from '#domain/event.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { openPgBooks, type OpenedPgBooks } from '#test/setup/open-pg-books.js';
import { CASES } from './shelf-examples.js';

const OFTEN = 'example.org/often';
const ONCE = 'example.org/once';
/** Notices about addresses with these canonical forms. */
const about = (n: number, ...forms: string[]) =>
  NoticeBuilder.aNotice(n)
    .about(...forms.map((form) => `https://${form}`))
    .identifiedAs({ caseId: CASES[0]!.id })
    .build();

let open: OpenedPgBooks;
let list: PgNoticeList;

beforeAll(async () => {
  open = await openPgBooks();
  list = new PgNoticeList(open.db);
  await open.books.together(system('test'), async (books) => {
    const [one] = CASES;
    await books.cases.add(one!, { kind: 'case-opened', subject: 'case', subjectId: one!.id });
    await books.notices.add(about(1, ONCE, OFTEN), undefined);
    for (let n = 2; n <= 60; n += 1) await books.notices.add(about(n, OFTEN), undefined);
  });
  await open.db.query(`update notices set created_at = created_at + right(reference, 6)::int * interval '1 minute'`);
});
afterAll(() => open.close());

test('many earlier notices about one address hide none about another', async () => {
  const found = await list.about([OFTEN, ONCE, OFTEN], null, EVERYTHING);
  const of = (url: string) =>
    found.filter(({ canonicalUrl }) => canonicalUrl === url).map(({ reference }) => reference);
  expect(of(ONCE)).toEqual([about(1, ONCE).reference]);
  expect(of(OFTEN)).toEqual([60, 59, 58, 57, 56, 55, 54, 53, 52, 51].map((n) => about(n, OFTEN).reference));
  expect(found).toHaveLength(11);
});

test('the notice that asks is left out', async () => {
  expect(await list.about([ONCE], about(1, ONCE).id, EVERYTHING)).toEqual([]);
});
