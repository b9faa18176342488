import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DataSource } from 'typeorm';
import { VerifyAudit } from '#application/access/verify-audit.js';
import { Books } from '#application/books.js';
import { system } from '#domain/event.js';
import { openDesk, type OpenDesk } from '#test/setup/open-desk.js';
import { CASES } from '../../contracts/shelf-examples.js';

const FAILING = `create or replace function append_events(events jsonb, by_kind text, by_whom text, by_session text)
  returns void language plpgsql as $$ begin raise exception 'no room for entries'; end $$`;
const SWALLOWING = `create function swallow() returns trigger language plpgsql as $$ begin return null; end $$;
  create trigger swallowing before insert on event_log for each row execute function swallow()`;

let desk: OpenDesk;
const BY = system('test');
const OPENED = { kind: 'case-opened', subject: 'case', subjectId: 'c-1' } as const;
const numbers = async (): Promise<number[]> =>
  ((await desk.db.query('select seq::int as seq from event_log order by seq')) as { seq: number }[]).map(
    ({ seq }) => seq,
  );
const ask = (sql: string): Promise<unknown> => desk.db.query(sql);

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

describe('the event log as a chain', () => {
  test('twenty who write at once leave numbers without gaps and a whole chain', async () => {
    const before = (await numbers()).length;
    const write = (n: number) =>
      desk.get(Books).together(BY, (books) => books.record(Array.from({ length: 1 + (n % 3) }, () => OPENED)));
    const undone = Array.from({ length: 5 }, () =>
      desk
        .get(Books)
        .together(BY, async (books) => {
          await books.record(OPENED);
          throw new Error('changed their mind');
        })
        .catch(() => undefined),
    );
    await Promise.all([...Array.from({ length: 20 }, (_, n) => write(n)), ...undone]);
    const found = await numbers();
    expect(found).toEqual(found.map((_, index) => index + 1));
    expect(found.length - before).toBe(39);
    expect(await desk.get(VerifyAudit).run({})).toMatchObject({ ok: true, count: found.length });
  });

  test.each([`update event_log set kind = 'case-closed'`, 'delete from event_log', 'truncate event_log'])(
    'refuses its owner: %s, also where triggers are said to sleep',
    async (deed) => {
      await expect(ask(deed)).rejects.toThrow('append-only');
      await expect(ask(`set session_replication_role = replica; ${deed}`)).rejects.toThrow('append-only');
    },
  );

  test('refuses an entry without its link', async () => {
    await expect(
      ask(`insert into event_log (seq, id, kind, subject, subject_id, facts, actor_kind, actor, at)
           values (9999, gen_random_uuid(), 'case-opened', 'case', 'c', '{}', 'system', 'me', now())`),
    ).rejects.toThrow('null value');
  });

  test('texts with quotes, signs of other scripts and control characters hash here as they do there', async () => {
    const odd = ['"\\/', 'é漢😀', '\u0001\n\t\u007f', '\u2028', '{}', ''];
    await desk
      .get(Books)
      .together(system('job "x", \\'), (books) =>
        books.record(
          odd.map((text) => ({ ...OPENED, facts: { text, [`k${text}`]: [text], n: 1e21, m: -0.5, b: null } })),
        ),
      );
    expect(await desk.get(VerifyAudit).run({})).toMatchObject({ ok: true });
  });
});

describe('F75: what cannot be recorded does not happen', () => {
  const FAILURES: readonly [string, string, string][] = [
    ['the function fails', FAILING, 'no room for entries'],
    ['a trigger swallows entries', SWALLOWING, 'events were recorded'],
  ];

  test.each(FAILURES)('%s: the act fails too and nothing has changed', async (_, break_, says) => {
    const other = await openDesk();
    const db = other.get(DataSource);
    await db.query(break_);
    const add = other.get(Books).together(BY, (books) => books.cases.add(CASES[0]!, OPENED));
    await expect(add).rejects.toThrow(says);
    expect(await db.query('select count(*)::int as n from case_files')).toEqual([{ n: 0 }]);
    expect(await db.query('select count(*)::int as n from jobs.job')).toEqual([{ n: 0 }]);
    await other.close();
  });
});
