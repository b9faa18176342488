import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { referenceLists } from '#adapters/files/reference-lists.js';
import { PgRegister } from '#adapters/postgres/pg-register.js';
import { seedReference } from '#adapters/postgres/seed-reference.js';
import { AmendPlatform } from '#application/provider/amend-platform.js';
import { VerifyChannel } from '#application/provider/verify-channel.js';
import type { Platform } from '#domain/provider/platform.js';
import { uuid } from '#test/builders/uuid.js';
import { FakeInstallation } from '#test/fakes/fake-installation.js';
import { openPgBooks, type OpenedPgBooks } from '#test/setup/open-pg-books.js';

const MAIL = { nl: 'Per mail.', en: 'By mail.' };
const BY = { kind: 'user', userId: uuid(822), sessionId: null } as const;

let open: OpenedPgBooks;
beforeAll(async () => {
  open = await openPgBooks();
});
afterAll(() => open.close());

/** Loads the lists as an update would bring them: one platform told otherwise. */
async function load(code: string, change: (was: Platform) => Platform): Promise<Platform> {
  const lists = referenceLists('practice');
  const platforms = lists.platforms.map((one) => (one.code === code ? change(one) : one));
  await seedReference(open.db, { ...lists, platforms });
  return new PgRegister(open.db).platform(code);
}

async function versions(code: string): Promise<string[]> {
  const rows: { cause: string }[] = await open.db.query(
    `select cause from register_versions where thing = 'platform' and code = $1 order by version`,
    [code],
  );
  return rows.map(({ cause }) => cause);
}

describe('loading the reference data again', () => {
  test('changes nothing and makes no version where they say the same', async () => {
    await load('dumpert', (was) => was);
    expect(await versions('dumpert')).toEqual(['loaded']);
  });

  test('takes what they say anew, as a version of its own', async () => {
    expect(await load('fok', (was) => ({ ...was, replies: MAIL }))).toMatchObject({ replies: MAIL });
    expect(await versions('fok')).toEqual(['loaded', 'loaded']);
  });

  test('leaves what a person changed, field by field', async () => {
    const amend = new AmendPlatform(open.books);
    await amend.run({ code: 'twitch', expected: 1, reason: 'Gebeld.', by: BY }, (was) => ({
      ...was,
      replies: { nl: 'Belt terug.', en: '' },
    }));
    const now = await load('twitch', (was) => ({ ...was, replies: MAIL, millionUsers: 12.5 }));
    expect([now.replies, now.millionUsers]).toEqual([{ nl: 'Belt terug.', en: '' }, 12.5]);
    expect(await versions('twitch')).toEqual(['loaded', 'amended', 'loaded']);
  });

  test('leaves a channel that somebody saw work dated, and still takes its new limits', async () => {
    const before = await new PgRegister(open.db).platform('facebook');
    const key = before.channels.find(({ address }) => address !== null)!;
    await new VerifyChannel(open.books, new FakeInstallation()).run('facebook', key, BY);
    const now = await load('facebook', (was) => ({
      ...was,
      channels: was.channels.map((one) => ({ ...one, limits: { ...one.limits, maxUrls: 3 } })),
    }));
    const channel = now.channels.find(({ address }) => address === key.address)!;
    expect([channel.verifiedOn !== null, channel.limits.maxUrls]).toEqual([true, 3]);
  });

  test('brings new channels and takes away those nobody touched', async () => {
    const only = (was: Platform): Platform => ({ ...was, channels: was.channels.slice(0, 1) });
    const [was, less] = [await load('x', (one) => one), await load('x', only)];
    expect([less.channels.length, (await load('x', (one) => one)).channels.length]).toEqual([1, was.channels.length]);
  });
});
