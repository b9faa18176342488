import type { DataSource } from 'typeorm';
import { applyGrants, applyGrantsAndLogins } from './apply-grants.js';
import { openDataSource } from './data-source.js';
import { JobQueue } from './job-queue.js';

/**
 * Brings the database at `url` up to date and gives the roles of the desk what they need; answers the names of the
 * migrations it ran. On a PostgreSQL of our own web and worker also get a way to sign in.
 */
export async function migrate(url: string, isOurs = false): Promise<string[]> {
  const db = await openDataSource(url, 2);
  try {
    const ran = await db.runMigrations();
    await JobQueue.install(url);
    await (isOurs ? applyGrantsAndLogins(url) : applyGrants(url));
    return ran.map((migration) => migration.name);
  } finally {
    await db.destroy();
  }
}

/** The names of the migrations that still have to run. */
export async function pendingMigrations(db: DataSource): Promise<string[]> {
  const [{ there }] = (await db.query(`select to_regclass('migrations') is not null as there`)) as [{ there: boolean }];
  const done = there ? ((await db.query('select name from migrations')) as { name: string }[]) : [];
  const names = new Set(done.map((row) => row.name));
  return db.migrations.map((migration) => migration.name ?? '').filter((name) => !names.has(name));
}
