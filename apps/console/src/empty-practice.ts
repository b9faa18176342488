import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openDataSource } from '#adapters/postgres/data-source.js';
import { dropEverything, kindOf } from '#adapters/postgres/database-facts.js';
import type { Settings } from '#adapters/settings/settings.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { addressOf, DatabaseTrouble, migrateDatabase } from './database.js';
import { servedRun } from './start/run-file.js';

/** Throws away everything on a practice desk and makes its tables again; refuses on a live desk and on one being served. */
export async function emptyPractice(settings: Settings): Promise<void> {
  const served = await servedRun(settings.var);
  if (served) throw new RuleViolation('practice.desk-is-running', { address: served.address });
  const db = await openDataSource(await addressOf(settings), 1);
  try {
    const kind = await kindOf(db);
    // A database that does not say it is ours to practise on may be anybody's.
    if (kind !== 'practice' && (kind !== null || settings.databaseUrl !== undefined))
      throw kind === null ? notMigrated() : new RuleViolation('installation.not-practice');
    await dropEverything(db);
  } finally {
    await db.destroy();
  }
  await rm(join(settings.var, 'practice'), { recursive: true, force: true });
  await migrateDatabase({ ...settings, practice: true });
}

const notMigrated = (): DatabaseTrouble =>
  new DatabaseTrouble('database.not-migrated', 'The database holds no desk of ours; run "seinpost migrate" first.');
