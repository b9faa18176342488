import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { dataSourceOptions, openDataSource } from '#adapters/postgres/data-source.js';
import { pendingMigrations } from '#adapters/postgres/migrate.js';
import { projectPath } from '#adapters/settings/project.js';
import { MIGRATIONS } from '#migrations/all.js';
import { freshDatabase } from '#test/setup/fresh-database.js';
import type { DataSource } from 'typeorm';

let db: DataSource;
beforeAll(async () => {
  db = await openDataSource(await freshDatabase(), 2);
});
afterAll(() => db.destroy());

/** Constraints and indexes have one home, the migrations (docs/decisions/0002), so what TypeORM would do about them is left out. */
const OF_THE_MIGRATIONS = /^(ALTER TABLE "[^"]+" (ADD|DROP) CONSTRAINT|(CREATE|DROP) (UNIQUE )?INDEX)/;

/** What TypeORM would change of tables and columns so that they fit the schemas. */
async function differences(): Promise<string[]> {
  const { upQueries } = await db.driver.createSchemaBuilder().log();
  return upQueries.map(({ query }) => query).filter((query) => !OF_THE_MIGRATIONS.test(query));
}

describe('schemas and migrations', () => {
  test('agree on every table and column', async () => {
    expect(await differences()).toEqual([]);
  });

  test.each([
    'alter table notices drop column measure',
    'alter table notices add column mood text',
    'alter table deliveries alter column attempts type bigint',
    'alter table messages alter column size drop not null',
    'alter table escalations rename to complaints',
  ])('would be told apart by this test: %s', async (change) => {
    await db.query(change);
    expect(await differences()).not.toEqual([]);
    await db.destroy();
    db = await openDataSource(await freshDatabase(), 2);
  });
});

describe('migrations', () => {
  const files = readdirSync(projectPath('migrations'))
    .filter((name) => /^\d+.*\.ts$/.test(name))
    .sort();
  const stamps = MIGRATIONS.map((migration) => Number(/\d+$/.exec(migration.name)?.[0]));

  test('are listed oldest first, none left out', () => {
    expect(stamps).toEqual([...new Set(stamps)].sort((a, b) => a - b));
    expect(files.map((name) => Number.parseInt(name, 10))).toEqual(stamps);
  });

  test('are named by their thirteen-digit timestamp, in the file, the class and the table', () => {
    for (const [index, migration] of MIGRATIONS.entries()) {
      expect(files[index]).toMatch(new RegExp(`^${String(stamps[index])}-[a-z0-9-]+\\.ts$`));
      expect(new migration().name).toBe(migration.name);
      expect(String(stamps[index])).toHaveLength(13);
    }
  });

  test('have all run on a migrated database, and nothing else makes tables', async () => {
    expect(await pendingMigrations(db)).toEqual([]);
    expect(dataSourceOptions('postgres://localhost/x').synchronize).toBe(false);
  });
});
