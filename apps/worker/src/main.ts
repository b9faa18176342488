import 'reflect-metadata';
import { addressFor } from '#adapters/postgres/desk-logins.js';
import { embeddedDatabase } from '#adapters/postgres/embedded/embedded-database.js';
import { endWhenAsked } from '#adapters/process/ending.js';
import { readSettings } from '#adapters/settings/settings.js';
import { sayTrouble } from './say.js';
import { startWorker } from './worker.js';

async function main(): Promise<void> {
  const settings = readSettings();
  const ours = async () => addressFor('worker', (await embeddedDatabase(settings)).url);
  const databaseUrl = settings.workerDatabaseUrl ?? settings.databaseUrl ?? (await ours());
  const worker = await startWorker({ ...settings, databaseUrl });
  endWhenAsked(() => worker.stop());
  process.send?.('ready');
}

main().catch((trouble: unknown) => {
  sayTrouble('worker', trouble);
  process.exit(1);
});
