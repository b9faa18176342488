import { expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { referenceLists } from '#adapters/files/reference-lists.js';
import { openDataSource } from '#adapters/postgres/data-source.js';
import { seedReference } from '#adapters/postgres/seed-reference.js';
import { readSettings } from '#adapters/settings/settings.js';
import { freshDatabase } from '#test/setup/fresh-database.js';
import { TEST_KEY } from '#test/setup/test-key.js';
import { deskFacts } from '#test/visits/desk-visit.js';
import { Desk } from '../../apps/console/src/desk.js';
import { startDesk } from '../../apps/console/src/start/start-desk.js';
import { deskApp } from '../../apps/web/src/desk-app.js';
import { startWorker } from '../../apps/worker/src/worker.js';

const NO_KEY = /^This live desk has no key; .*"seinpost key new"/;

test('without a key neither the pages nor the worker of a live desk come up, nor both by "start"', async () => {
  const databaseUrl = await liveDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'seinpost-live-'));
  const settings = { ...readSettings({ DATABASE_URL: databaseUrl, SEINPOST_VAR: folder }), databaseUrl, ...FREE_PORTS };
  await expect(deskApp({ ...deskFacts(databaseUrl), key: undefined })).rejects.toThrow(NO_KEY);
  await expect(startWorker(settings)).rejects.toThrow(NO_KEY);
  const desk = new Desk(settings);
  await expect(startDesk(desk, { note: () => undefined, print: () => undefined })).rejects.toThrow(NO_KEY);
  await desk.close();
  rmSync(folder, { recursive: true });
});

test('with a mail password out of a manual they do not come up either', async () => {
  const databaseUrl = await liveDatabase();
  const env = { SEINPOST_SMTP_HOST: 'mail.example', SEINPOST_SMTP_PASSWORD: 'changeme' };
  const { doubts, ...settings } = readSettings(env);
  const refused = /^SEINPOST_SMTP_PASSWORD stands in every manual/;
  await expect(deskApp({ ...deskFacts(databaseUrl), doubts })).rejects.toThrow(refused);
  await expect(startWorker({ ...settings, doubts, databaseUrl, key: TEST_KEY })).rejects.toThrow(refused);
});

test('with a key they do', async () => {
  const databaseUrl = await liveDatabase();
  const app = await deskApp({ ...deskFacts(databaseUrl), key: TEST_KEY });
  await app.close();
});

const FREE_PORTS = { port: 0, practicePort: 0, mailPort: 0, practiceMailPort: 0 };

async function liveDatabase(): Promise<string> {
  const url = await freshDatabase();
  const db = await openDataSource(url, 1);
  await seedReference(db, referenceLists('live'));
  await db.destroy();
  return url;
}
