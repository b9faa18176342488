import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { referenceLists } from '#adapters/files/reference-lists.js';
import { openDataSource } from '#adapters/postgres/data-source.js';
import { addressFor } from '#adapters/postgres/desk-logins.js';
import { seedReference } from '#adapters/postgres/seed-reference.js';
import { readSettings, type Settings } from '#adapters/settings/settings.js';
import { freshDatabase } from '#test/setup/fresh-database.js';
import { TEST_KEY } from '#test/setup/test-key.js';
import { Desk } from '../desk.js';
import { keyCheck, rolesCheck, secretsCheck } from './secret-checks.js';

const folder = mkdtempSync(join(tmpdir(), 'seinpost-doctor-'));
const urls = { live: '', practice: '' };

beforeAll(async () => {
  for (const kind of ['live', 'practice'] as const) {
    urls[kind] = await freshDatabase();
    const db = await openDataSource(urls[kind], 1);
    await seedReference(db, referenceLists(kind));
    await db.destroy();
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a look finds on a desk with these settings. */
async function found(kind: 'live' | 'practice', look: typeof keyCheck, more: Partial<Settings> & Env = {}) {
  const { env = {}, ...but } = more;
  const settings = readSettings({ ...env, DATABASE_URL: urls[kind], SEINPOST_VAR: folder });
  const desk = new Desk({ ...settings, ...but });
  try {
    return await look(desk);
  } finally {
    await desk.close();
  }
}
interface Env {
  readonly env?: Record<string, string>;
}

describe('the doctor looks at the key', () => {
  test('a live desk without one cannot start', async () => {
    await expect(found('live', keyCheck)).rejects.toThrow(/^This live desk has no key; put what "seinpost key new"/);
    expect(await found('live', keyCheck, { key: TEST_KEY })).toMatchObject({ status: 'ok' });
  });

  test('a practice desk has its own, and it is for its owner only', async () => {
    const file = join(folder, 'key');
    expect(await found('practice', keyCheck)).toMatchObject({
      status: 'ok',
      detail: `the practice desk's own, in ${file}`,
    });
    chmodSync(file, 0o644);
    expect(await found('practice', keyCheck)).toMatchObject({ status: 'warn', remedy: `chmod 0600 ${file}` });
  });
});

describe('the doctor looks at other secrets', () => {
  const env = { SEINPOST_IMAP_HOST: 'mail.example', SEINPOST_IMAP_PASSWORD: 'Welkom01' };

  test('and never shows them', async () => {
    const live = await found('live', secretsCheck, { env });
    expect(live).toMatchObject({ status: 'fail', detail: 'SEINPOST_IMAP_PASSWORD stands in every manual' });
    expect(JSON.stringify(live)).not.toContain('Welkom01');
    expect(await found('practice', secretsCheck, { env })).toMatchObject({ status: 'warn' });
    expect(await found('live', secretsCheck)).toMatchObject({ status: 'ok' });
  });
});

describe('the doctor looks at the database roles', () => {
  test('of a desk that knows only the tables’ owner', async () => {
    const answer = await found('live', rolesCheck);
    expect(answer.status).toBe('warn');
    expect(answer.remedy).toContain('"seinpost database roles"');
  });

  test('of a desk that has one for each process', async () => {
    const both = { webDatabaseUrl: addressFor('web', urls.live), workerDatabaseUrl: addressFor('worker', urls.live) };
    const detail = 'web as seinpost_web_login, worker as seinpost_worker_login';
    expect(await found('live', rolesCheck, both)).toMatchObject({ status: 'ok', detail });
    const swapped = { webDatabaseUrl: both.workerDatabaseUrl, workerDatabaseUrl: both.webDatabaseUrl };
    expect(await found('live', rolesCheck, swapped)).toMatchObject({ status: 'fail' });
    const tooMuch = await found('live', rolesCheck, { ...both, webDatabaseUrl: urls.live });
    expect(tooMuch).toMatchObject({
      status: 'fail',
      detail: 'the web signs in as seinpost, who may do more than it needs',
    });
  });
});
