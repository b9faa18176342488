import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { AnchorBook } from '#application/access/anchor-places.js';
import { AuditLog } from '#application/access/audit-log.js';
import { AuditTrail } from '#application/access/audit-trail.js';
import { VERIFICATION_ASKED } from '#application/access/keep-verification.js';
import { RecordLook } from '#application/access/record-look.js';
import { NO_ENTRY, type Anchor } from '#domain/access/anchor.js';
import { User } from '#domain/access/user.js';
import { Books } from '#application/books.js';
import { system } from '#domain/event.js';
import { openDesk, type OpenDesk } from '#test/setup/open-desk.js';

/*
 * What AuditTrail, AnchorBook and AuditLog promise, tried on PostgreSQL alone: there are no fakes of them. What they stand for
 * is that the database keeps a chain nobody changes quietly, and each act that asks them is tested on a database too
 * (test/flows/audit); a fake would only show that the fake cannot be tampered with. Whoever writes one makes this a contract.
 */

const BY = system('test');
const OPENED = { kind: 'case-opened', subject: 'case', subjectId: 'c-1' } as const;
const VERIFIED = { kind: 'audit-verified', subject: 'audit', subjectId: 'chain' } as const;

let desk: OpenDesk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const record = (...events: Parameters<RecordLook['run']>[1][]): Promise<unknown> =>
  events.reduce<Promise<unknown>>(
    (done, event) => done.then(() => desk.get(RecordLook).run(BY, event)),
    Promise.resolve(),
  );

describe('the trail', () => {
  test('is empty at first, and then has a head, hashes and moments', async () => {
    const trail = desk.get(AuditTrail);
    expect([await trail.isThere(), await trail.head(), await trail.hashOf(1)]).toEqual([true, NO_ENTRY, null]);
    expect(await trail.numberAt(new Date(), 'last')).toBeNull();
    const before = new Date(Date.now() - 60_000);
    await record(OPENED, OPENED);
    const head = await trail.head();
    expect(head).toMatchObject({ seq: 2, count: 2 });
    expect(await trail.hashOf(2)).toBe(head.hash);
    expect(await trail.numberAt(before, 'first')).toBe(1);
    expect(await trail.numberAt(before, 'last')).toBeNull();
    expect(await trail.numberAt(new Date(Date.now() + 60_000), 'last')).toBe(2);
  });

  test('gives entries in order and in parts, all of one moment', async () => {
    const trail = desk.get(AuditTrail);
    await record(Array.from({ length: 5003 }, () => OPENED));
    const sizes: number[] = [];
    const numbers: number[] = [];
    for await (const batch of trail.entries({ after: 1, upTo: null })) {
      if (sizes.length === 0) await record(OPENED);
      sizes.push(batch.length);
      numbers.push(...batch.map(({ seq }) => seq));
    }
    expect(sizes).toEqual([5000, 2]);
    expect(numbers).toEqual(Array.from({ length: 5002 }, (_, index) => index + 2));
    const part = [];
    for await (const batch of trail.entries({ after: 3, upTo: 5 })) part.push(...batch);
    expect(part.map(({ seq, kind, prevHash }) => [seq, kind, prevHash === '']).at(-1)).toEqual([
      5,
      'case-opened',
      false,
    ]);
    expect(part[1]!.prevHash).toBe(part[0]!.hash);
  });
});

describe('the book of anchors', () => {
  const anchor = (seq: number, at: string): Anchor => ({
    ...{ seq, hash: String(seq % 10).repeat(64), count: seq, at, keyId: 'a'.repeat(16), signature: 'c2ln' },
  });

  test('knows the one made last, also where the clock was set back or the log cut off', async () => {
    const book = desk.get(AnchorBook);
    expect(await book.last()).toBeNull();
    const made = [
      anchor(5, '2026-11-21T10:00:00.000Z'),
      anchor(9, '2026-11-21T08:00:00.000Z'),
      anchor(3, '2026-11-21T09:00:00.000Z'),
    ];
    for (const [index, one] of made.entries()) {
      await book.add(one);
      expect(await book.last()).toEqual({ ...one, mailedAt: null, mailTries: 0, mailTrouble: null });
      expect((await book.unmailed()).map(({ seq }) => seq)).toEqual([5, 9, 3].slice(0, index + 1));
    }
    await book.add(made[0]!);
    expect(await book.unmailed()).toHaveLength(3);
  });

  test('keeps how mails with them ended', async () => {
    const book = desk.get(AnchorBook);
    const [one, two] = [anchor(1, '2026-11-21T10:00:00.000Z'), anchor(2, '2026-11-21T11:00:00.000Z')];
    await book.add(one);
    await book.mailed([one], 'mail-deferred');
    expect(await book.last()).toMatchObject({ mailTries: 1, mailTrouble: 'mail-deferred', mailedAt: null });
    await book.add(two);
    await book.mailed([one], null);
    expect(await book.unmailed()).toMatchObject([{ seq: 2, mailTries: 0 }]);
  });

  test('names the auditors who may sign in', async () => {
    const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
    for (const [index, role] of (['auditor', 'supervisor'] as const).entries()) {
      const email = `${role}@seinpost.test`;
      const { user, event } = User.add({ id: id(index), email, name: 'Oefencollega', role });
      await desk.get(Books).together(BY, ({ users }) => users.add(user, event));
    }
    expect(await desk.get(AnchorBook).auditors()).toEqual(['auditor@seinpost.test']);
  });
});

test('the log tells a wish to verify, whether it has its result, and the last result about the whole', async () => {
  const log = desk.get(AuditLog);
  expect([await log.askedAt(), await log.lastVerification()]).toEqual([null, null]);
  await record(VERIFICATION_ASKED);
  const [{ id }] = (await desk.db.query('select id from event_log')) as [{ id: string }];
  expect([await log.askedAt(), await log.isAnswered(id)]).toEqual([expect.any(Date), false]);
  await record({ ...VERIFIED, facts: { ok: true, part: true } });
  expect([await log.lastVerification(), await log.isAnswered(id)]).toEqual([null, false]);
  await record({ ...VERIFIED, facts: { ok: true, part: false, asked: id } });
  expect([await log.askedAt(), await log.isAnswered(id)]).toEqual([null, true]);
  expect(await log.lastVerification()).toMatchObject({ seq: 3, facts: { ok: true } });
});
