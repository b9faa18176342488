import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { referenceLists } from '#adapters/files/reference-lists.js';
import { openDataSource } from '#adapters/postgres/data-source.js';
import { seedReference } from '#adapters/postgres/seed-reference.js';
import { readSettings } from '#adapters/settings/settings.js';
import { BLUESKY_LOGIN, BlueskyServer } from '#test/fakes/bluesky-server.js';
import { MASTODON_TOKEN, MastodonServer } from '#test/fakes/mastodon-server.js';
import { freshDatabase } from '#test/setup/fresh-database.js';
import { Desk } from '../desk.js';
import { apiCheck } from './api-check.js';

let url: string;
let mastodon: MastodonServer;
let bluesky: BlueskyServer;

beforeAll(async () => {
  url = await freshDatabase();
  const db = await openDataSource(url, 1);
  await seedReference(db, referenceLists('practice'));
  await db.destroy();
});

beforeEach(async () => {
  [mastodon, bluesky] = [await new MastodonServer().open(), await new BlueskyServer().open()];
});
afterEach(() => Promise.all([mastodon.close(), bluesky.close()]));

async function found(env: Readonly<Record<string, string>>) {
  const desk = new Desk(readSettings({ ...env, DATABASE_URL: url }));
  try {
    return await apiCheck(desk);
  } finally {
    await desk.close();
  }
}
const withToken = (token = MASTODON_TOKEN) => found({ SEINPOST_MASTODON_TOKENS: `${mastodon.origin} ${token}` });
const withAccount = (password = BLUESKY_LOGIN.password) =>
  found({
    SEINPOST_BLUESKY_SERVICE: bluesky.origin,
    SEINPOST_BLUESKY_ACCOUNT: BLUESKY_LOGIN.identifier,
    SEINPOST_BLUESKY_PASSWORD: password,
  });

describe('the doctor looks at access to interfaces', () => {
  test('of a desk that has none', async () => {
    expect(await found({})).toMatchObject({ status: 'ok', detail: expect.stringContaining('no account anywhere') });
  });

  test('and asks each server whether it knows us', async () => {
    expect(await withToken()).toMatchObject({ status: 'ok', detail: `127.0.0.1:${mastodon.port}: knows us` });
    expect(await withAccount()).toMatchObject({ status: 'ok', detail: `127.0.0.1:${bluesky.port}: knows us` });
    expect([...mastodon.wrong, ...bluesky.wrong, ...mastodon.reports, ...bluesky.reports]).toEqual([]);
  });

  test('and fails where one refuses us, without showing by what we came', async () => {
    const wrong = 'a-token-that-is-not-the-one';
    for (const finding of [await withToken(wrong), await withAccount(wrong)]) {
      expect(finding).toMatchObject({ status: 'fail', detail: expect.stringContaining('refuses us') });
      expect(JSON.stringify(finding)).not.toContain(wrong);
    }
  });

  test.each([
    [['read:accounts', 'write:reports', 'write:statuses'], 'warn', 'may do more than it needs (write:statuses)'],
    [['read', 'write', 'push'], 'warn', 'may do more than it needs (read, write, push)'],
    [['read:accounts'], 'fail', 'lacks a scope (write:reports)'],
    [undefined, 'ok', 'knows us'],
  ])('with the scopes %j', async (scopes, status, says) => {
    mastodon.scopes = scopes;
    expect(await withToken()).toMatchObject({ status, detail: expect.stringContaining(says) });
  });

  test('and fails where nobody answers, or where a practice desk may not go', async () => {
    const { origin } = mastodon;
    await mastodon.close();
    expect(await found({ SEINPOST_MASTODON_TOKENS: `${origin} ${MASTODON_TOKEN}` })).toMatchObject({ status: 'fail' });
    const far = await found({ SEINPOST_MASTODON_TOKENS: `192.0.2.1 ${MASTODON_TOKEN}` });
    expect(far).toMatchObject({ status: 'fail', detail: expect.stringContaining('api.host-not-loopback') });
    mastodon = await new MastodonServer().open();
  });
});
