import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Books } from '#application/books.js';
import { AnchorLog } from '#application/access/anchor-log.js';
import { AnchorFile } from '#application/access/anchor-places.js';
import { VerifyAudit } from '#application/access/verify-audit.js';
import type { Anchor } from '#domain/access/anchor.js';
import { system } from '#domain/event.js';
import { openDesk, type OpenDesk } from '#test/setup/open-desk.js';
import { DEEDS, REWRITE, tamper } from './tampering.js';

/** F74: whoever rules the database changes its event log; each on a log of its own, as what was done cannot be undone. */

let desk: OpenDesk;
let anchors: readonly Anchor[];

const NOTED = {
  kind: 'item-observed',
  subject: 'notice',
  subjectId: 'n-1',
  facts: { seen: 'here', é: '“ü”\n' },
} as const;
const record = (n: number): Promise<void> =>
  desk.get(Books).together(system('test'), (books) => books.record(Array.from({ length: n }, () => NOTED)));
const verify = (by?: readonly Anchor[]) => desk.get(VerifyAudit).run({ anchors: by });

/** A log of twelve entries with anchors at the fifth and the tenth. */
async function aLog(): Promise<void> {
  desk = await openDesk();
  await record(5);
  await desk.get(AnchorLog).run(new Date('2026-11-21T12:00:00Z'));
  await record(5);
  await desk.get(AnchorLog).run(new Date('2026-11-21T13:00:00Z'));
  await record(2);
  anchors = await desk.get(AnchorFile).all();
}

describe('F74', () => {
  test.each(DEEDS)('$what is found, and where', async ({ deed, seq, why }) => {
    await aLog();
    try {
      expect(await verify()).toMatchObject({ ok: true, count: 12, firstBad: null, anchored: 10 });
      await tamper(desk.db, deed);
      expect(await verify(anchors)).toMatchObject({ ok: false, firstBad: { seq, why: expect.stringMatching(why) } });
    } finally {
      await desk.close();
    }
  });

  test('a table that is gone is found, and one that was made again in its place', async () => {
    await aLog();
    await desk.db.query('create table kept as table event_log; drop table event_log');
    expect(await verify(anchors)).toMatchObject({ ok: false, firstBad: { seq: 1, why: 'no-log' } });
    await desk.db.query('alter table kept rename to event_log; alter table event_log add primary key (seq)');
    expect(await verify(anchors)).toMatchObject({ ok: true, count: 12 });
    await desk.db.query(
      `delete from event_log where seq > 3; update event_log set actor = 'x' where seq = 1; ${REWRITE}`,
    );
    expect(await verify([])).toMatchObject({ ok: true, count: 3 });
    expect(await verify(anchors)).toMatchObject({ ok: false, firstBad: { seq: 4, why: 'cut-off' } });
    await desk.close();
  });
});

describe('what is odd but not bad', () => {
  beforeAll(aLog);
  afterAll(() => desk.close());

  test('a clock set back while recording is told, and order is by number', async () => {
    await tamper(desk.db, `update event_log set at = at - interval '1 hour' where seq = 11; ${REWRITE}`);
    expect(await verify(anchors)).toMatchObject({ ok: true, count: 12, clockBackAt: 11 });
  });

  test('a part is verified from one number or moment up to another', async () => {
    const run = desk.get(VerifyAudit);
    expect(await run.run({ from: 4, to: 6 })).toMatchObject({ ok: true, count: 3 });
    const [{ at }] = (await desk.db.query('select at from event_log where seq = 6')) as [{ at: Date }];
    expect(await run.run({ from: at })).toMatchObject({ ok: true, count: 7 });
    expect(await run.run({ to: new Date('2000-01-01T00:00:00Z') })).toMatchObject({ ok: true, count: 0 });
    expect(await run.run({ from: 5000 })).toMatchObject({ ok: true, count: 0 });
  });

  test('anchors that are not ours prove nothing', async () => {
    const [one] = anchors as [Anchor];
    expect(await verify([{ ...one, count: 99 }])).toMatchObject({ ok: false, firstBad: { why: 'anchor-not-ours' } });
    expect(await verify([{ ...one, keyId: '0'.repeat(16) }])).toMatchObject({ ok: false, anchorsOfOtherKeys: 1 });
    expect(await verify([one, { ...one, keyId: '0'.repeat(16) }])).toMatchObject({ ok: true, anchorsOfOtherKeys: 1 });
  });
});
