import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { errorCode } from '#adapters/postgres/error-code.js';
import { system } from '#domain/event.js';
import { followUpOf } from '#domain/statistics/spells.js';
import { timeAllowed } from '#domain/statistics/time-allowed.js';
import { uuid } from '#test/builders/uuid.js';
import { anOrganisation } from '#test/builders/letter-facts.builder.js';
import { openPgBooks, type OpenedPgBooks } from '#test/setup/open-pg-books.js';
import { recorded } from '#test/setup/recorded.js';
import { LINES } from '#domain/notice/codes.js';
import { aCapture, aDelivery, aForm, anEscalation, aPlainMessage, CASES } from './shelf-examples.js';
import { messages, notices, RECEIPT } from './shelf-examples.js';

const BY = system('test');
const LIVED = notices()[0]!;

let open: OpenedPgBooks;

beforeAll(async () => {
  open = await openPgBooks();
  const { notice, letter, delivery } = aDelivery(4);
  const { capture, of, items } = aCapture(LIVED.id);
  await open.books.together(BY, async (books) => {
    for (const one of CASES) await books.cases.add(one, { kind: 'case-opened', subject: 'case', subjectId: one.id });
    for (const one of [...notices(), notice]) await books.notices.add(one, undefined);
    await books.letters.add(letter);
    await books.deliveries.add(delivery, undefined);
    await books.rawMail.keep([{ message: aPlainMessage(1), bytes: Buffer.from('x') }]);
    await books.evidence.add(capture, of, items);
    await books.escalations.add(anEscalation(1), undefined);
  });
});
afterAll(() => open.close());

describe('what is kept for good', () => {
  const TABLES = ['event_log', 'letters', 'message_bytes', 'captures', 'evidence_items', 'custody_entries'];
  const COLUMN: Readonly<Record<string, string>> = { event_log: 'kind', custody_entries: 'reason' };

  test.each(TABLES)('%s refuses update, delete and truncate, even by those who own the database', async (table) => {
    const count = () => open.db.query<unknown>(`select count(*)::int as n from ${table}`);
    const column = COLUMN[table] ?? (table === 'captures' ? 'url' : 'digest');
    const before = await count();
    expect(before).not.toEqual([{ n: 0 }]);
    await expect(open.db.query(`update ${table} set ${column} = ${column}`)).rejects.toThrow('append-only');
    await expect(open.db.query(`delete from ${table}`)).rejects.toThrow('append-only');
    await expect(open.db.query(`truncate ${table} cascade`)).rejects.toThrow('append-only');
    expect(await count()).toEqual(before);
  });

  test('what an installation is for never changes', async () => {
    await expect(open.db.query(`update installation set kind = 'live'`)).rejects.toThrow('stays what it was');
    await expect(open.db.query('delete from installation')).rejects.toThrow('append-only');
  });
});

describe('rows', () => {
  test('the spells in the table are those the notice yields, and follow it when it changes', async () => {
    const rows = () =>
      open.db.query<object[]>(
        `select item_id, class, code, partly, nullif(valid_from, '-infinity') as from, nullif(valid_until, 'infinity') as until
         from follow_up_spells where notice_id = $1 order by item_id nulls first, valid_from`,
        [LIVED.id],
      );
    const yielded = (notice: typeof LIVED) => {
      const spells = followUpOf(notice, timeAllowed(anOrganisation()))!;
      const items = spells.items.flatMap((item) => item.spells.map((spell) => ({ item_id: item.itemId, ...spell })));
      return [...spells.notice.map((spell) => ({ item_id: null, ...spell })), ...items];
    };
    expect(await rows()).toEqual(yielded(LIVED));
    const changed = await open.books.change('notices', { id: LIVED.id, by: BY }, (notice) => notice.reopen());
    expect(await rows()).toEqual(yielded(changed));
  });

  test('a capture, the things stored of it and who touched them stand in their columns', async () => {
    const { capture, of, items } = aCapture(LIVED.id);
    const [row] = await open.db.query<object[]>(
      `select id, notice_id as "noticeId", item_id as "itemId", url, grounds, policy, state, reasons, artefacts,
              http_status as "httpStatus", final_url as "finalUrl", manifest_sha256 as "manifestSha256",
              started_at as "startedAt", ended_at as "endedAt" from captures`,
    );
    const moments = { startedAt: new Date(capture.startedAt), endedAt: new Date(capture.endedAt) };
    expect(row).toEqual({ ...capture, ...of, ...moments });
    const [kept] = await open.db.query<object[]>(
      `select e.id, digest, kind, size::int as size, media_type as "mediaType", name, provenance,
              json_build_array(json_build_object('at', c.at, 'by', c.by, 'action', c.action, 'reason', c.reason)) as custody
       from evidence_items e join custody_entries c on c.evidence_id = e.id`,
    );
    const { id, digest, kind, size, mediaType, name, provenance } = items[0]!;
    const custody = [{ at: expect.stringContaining('2026-11-02T'), by: 'capture', action: 'stored', reason: null }];
    expect(kept).toEqual({ id, digest, kind, size, mediaType, name, provenance, custody });
  });

  test('every mapped column has an example with something in it, so that the contract covers it', () => {
    const { delivery } = aDelivery(5);
    delivery.lease(new Date('2026-11-03T00:00:00Z'));
    const done = aDelivery(6).delivery;
    done.callBack(new Date('2026-11-03T00:00:00Z'), null);
    const closed = CASES[0]!;
    closed.assign({ userId: uuid(973), role: 'caseworker', lines: LINES });
    closed.close(new Date('2026-11-09T10:00:00Z'));
    const handedIn = aForm(8).delivery;
    const at = new Date('2026-11-02T09:07:00Z');
    handedIn.handIn(RECEIPT, at, { by: uuid(810), at });
    const examples = [
      closed,
      ...notices(),
      ...notices().flatMap((notice) => notice.items),
      aDelivery(7).delivery,
      delivery,
      done,
      aForm(9).delivery,
      handedIn,
    ];
    const all: object[] = [...examples, ...messages(), anEscalation(1)];
    const bare = open.db.entityMetadatas
      .filter((entity) => typeof entity.target === 'function' && all.some((one) => one.constructor === entity.target))
      .flatMap((entity) => {
        const own = all.filter((one) => one.constructor === entity.target);
        return entity.columns
          .filter((column) => own.every((one) => (column.getEntityValue(one) ?? null) === null))
          .map((column) => `${entity.tableName}.${column.databaseName}`);
      });
    expect(bare).toEqual([]);
  });
});

test('an act over several things holds each row it changes, in the order of the nouns, until the whole act is over', async () => {
  const rows = {
    ...{ case_files: CASES[3]!.id, notices: aDelivery(4).notice.id, deliveries: aDelivery(4).delivery.id },
    ...{ messages: aPlainMessage(1).id, escalations: anEscalation(1).id },
  };
  const isHeld = ([table, id]: [string, string]) =>
    open.db
      .transaction((tx) => tx.query(`select from ${table} where id = $1 for update nowait`, [id]))
      .then(() => false)
      .catch((error: unknown) => errorCode(error) === '55P03');
  const held = async () => {
    const answers = await Promise.all(Object.entries(rows).map(isHeld));
    return Object.keys(rows).filter((_, index) => answers[index]);
  };
  const tables = Object.keys(rows);
  await open.books.together(BY, async (books) => {
    expect(await held()).toEqual([]);
    await books.cases.change({ id: rows.case_files }, () => undefined);
    expect(await held()).toEqual(tables.slice(0, 1));
    await books.notices.change({ id: rows.notices }, () => undefined);
    expect(await held()).toEqual(tables.slice(0, 2));
    await books.deliveries.change({ id: rows.deliveries }, () => undefined);
    expect(await held()).toEqual(tables.slice(0, 3));
    await books.messages.change({ id: rows.messages }, () => undefined);
    await books.escalations.change({ id: rows.escalations }, () => undefined);
    expect(await held()).toEqual(tables);
  });
  expect(await held()).toEqual([]);
});

test('two who lock the same things in opposite order both succeed: the one PostgreSQL stops is repeated', async () => {
  const before = (await recorded(open.db).events()).length;
  const met = meeting(2);
  const tries = { there: 0, back: 0 };
  const visit = (name: 'there' | 'back', ids: readonly string[]) =>
    open.books.together(BY, async ({ cases }) => {
      tries[name] += 1;
      await cases.change({ id: ids[0]! }, (one) => one.describe({ ...one.content, summary: name }));
      if (tries[name] === 1) await met();
      await cases.change({ id: ids[1]! }, (one) => one.describe({ ...one.content, summary: name }));
    });
  const [a, b] = [CASES[1]!.id, CASES[2]!.id];
  await Promise.all([visit('there', [a, b]), visit('back', [b, a])]);
  expect(tries.there + tries.back).toBe(3);
  expect((await recorded(open.db).events()).length - before).toBe(4);
  expect((await open.books.together(BY, ({ cases }) => cases.get(a))).version).toBe(3);
});

test('a job of a reaction never enters its queue twice', async () => {
  const [event] = await open.db.query<{ id: string }[]>('select id from event_log limit 1');
  const due = { reaction: 'wake-sender', id: event!.id, eventId: event!.id, startAfterSeconds: 0 } as const;
  const add = () => open.db.transaction((tx) => open.jobs.add(tx, [due]));
  await add();
  await add().catch(() => undefined);
  expect(await open.db.query('select count(*)::int as n from jobs.job where id = $1', [due.id])).toEqual([{ n: 1 }]);
});

/** Waits until n have come. */
function meeting(n: number): () => Promise<void> {
  let here = 0;
  let go: () => void;
  const all = new Promise<void>((resolve) => (go = resolve));
  return () => {
    here += 1;
    if (here === n) go();
    return all;
  };
}
