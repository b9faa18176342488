import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { withheldOf, type Withheld } from '#adapters/postgres/withheld-captures.js';
import { system } from '#domain/event.js';
import type { Imagery } from '#domain/notice/notice-answers.js';
import type { Notice } from '#domain/notice/notice.js';
import { CaseBuilder } from '#test/builders/case.builder.js';
import { ANSWERED, NoticeBuilder } from '#test/builders/notice.builder.js';
import { openPgBooks, type OpenedPgBooks } from '#test/setup/open-pg-books.js';

const showing = (n: number, imagery: Imagery, ...paths: string[]): Notice =>
  NoticeBuilder.aNotice(n)
    .about(...paths.map((path) => `https://voorbeeld.example/${path}`))
    .saying({ answers: { ...ANSWERED, imagery } })
    .build();

const ORDINARY = showing(1, 'person', 'a', 'B');
const ADULT = showing(2, 'sexual-adult', 'c');
const MINOR = showing(3, 'sexual-minor', 'd', 'B#deel');
const OF_A_MINOR = showing(4, 'sexual-adult', 'e');

let open: OpenedPgBooks;
let withheld: Withheld;

beforeAll(async () => {
  open = await openPgBooks();
  await open.books.together(system('test'), async ({ cases, notices }) => {
    for (const [n, notice] of [ORDINARY, ADULT, MINOR, OF_A_MINOR].entries()) {
      const ageBand = notice === OF_A_MINOR ? '16-17' : '25-plus';
      await cases.add(
        CaseBuilder.aCase(n + 1)
          .saying({ ageBand })
          .build(),
        undefined,
      );
      await notices.add(notice, undefined);
    }
  });
  withheld = await withheldOf(
    open.db,
    [ORDINARY, ADULT, OF_A_MINOR].map(({ id }) => id),
  );
});
afterAll(() => open.close());

const isWithheld = (notice: Notice) => notice.items.map(({ canonicalUrl }) => withheld(notice, canonicalUrl));

test('nothing is given of an address of which another notice says that a minor may be seen', () => {
  expect(isWithheld(showing(1, 'person', 'a', 'B'))).toEqual([false, true]);
});

test('nothing is given of a sexual image whose case says that the person is a minor', () => {
  expect([isWithheld(ADULT), isWithheld(OF_A_MINOR)]).toEqual([[false], [true]]);
});

test('nothing is given of what the notice itself says may show a minor', () => {
  expect(isWithheld(showing(1, 'sexual-minor', 'a'))).toEqual([true]);
});
