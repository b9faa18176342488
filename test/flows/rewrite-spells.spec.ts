import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PgInstallation } from '#adapters/postgres/pg-installation.js';
import { PgOpenNotices } from '#adapters/postgres/pg-open-notices.js';
import { PgRegister } from '#adapters/postgres/pg-register.js';
import { DescribeOrganisation } from '#application/access/describe-organisation.js';
import { RewriteSpells } from '#application/statistics/rewrite-spells.js';
import { system } from '#domain/event.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { CASES } from '#test/contracts/shelf-examples.js';
import { openPgBooks, type OpenedPgBooks } from '#test/setup/open-pg-books.js';
import { recorded } from '#test/setup/recorded.js';

let open: OpenedPgBooks;
const WAITING = NoticeBuilder.aNotice(1).sentOn('2026-11-01T09:00:00Z').build();
const DONE = NoticeBuilder.aNotice(2)
  .sentOn('2026-11-01T09:00:00Z')
  .decidedOn('2026-11-20T09:00:00Z', 'removed')
  .build();

/** When the time allowed of a notice was over, by its spells. */
const overOn = async (id: string): Promise<string | undefined> => {
  const rows: { at: Date }[] = await open.db.query(
    `select valid_from as at from follow_up_spells where notice_id = $1 and item_id is null and class = 'no-response'`,
    [id],
  );
  return rows[0]?.at.toISOString();
};

beforeAll(async () => {
  open = await openPgBooks();
  await open.books.together(system('test'), async ({ cases, notices }) => {
    for (const one of CASES) await cases.add(one, undefined);
    for (const one of [WAITING, DONE]) await notices.add(one, undefined);
  });
});
afterAll(() => open.close());

test('another time allowed moves the spells of notices that wait, and of no others', async () => {
  expect(await overOn(WAITING.id)).toBe('2026-11-15T09:00:00.000Z');
  const act = new DescribeOrganisation(open.books, new PgRegister(open.db));
  const { version } = await new PgInstallation(open.db).settings();
  const by = system('test');
  await act.run({ expected: version, by }, (was) => ({ ...was, timeAllowedDays: { default: 30 } }));
  expect((await recorded(open.db).jobs()).map(({ reaction }) => reaction)).toEqual(['rewrite-spells']);
  const event = (await recorded(open.db).events()).find(({ kind }) => kind === 'settings-changed')!;
  await new RewriteSpells(open.books, new PgOpenNotices(open.db)).run({
    ...event,
    id: 'x',
    seq: 1,
    at: new Date(),
  } as never);
  expect(await overOn(WAITING.id)).toBe('2026-12-01T09:00:00.000Z');
  expect(await overOn(DONE.id)).toBe('2026-11-15T09:00:00.000Z');
  const late = act.run({ expected: version, by }, (was) => ({ ...was, recallSeconds: 5 }));
  await expect(late).rejects.toMatchObject({ code: 'version.outdated' });
});
