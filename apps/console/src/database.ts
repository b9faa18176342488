import type { DataSource } from 'typeorm';
import { referenceLists } from '#adapters/files/reference-lists.js';
import { alone } from '#adapters/postgres/alone.js';
import { openDataSource } from '#adapters/postgres/data-source.js';
import { isAboutTrigrams, kindOf, TRIGRAMS_REMEDY } from '#adapters/postgres/database-facts.js';
import { embeddedDatabase } from '#adapters/postgres/embedded/embedded-database.js';
import { migrate, pendingMigrations } from '#adapters/postgres/migrate.js';
import { seedReference } from '#adapters/postgres/seed-reference.js';
import type { Settings } from '#adapters/settings/settings.js';

/** The database cannot be used; the message says why and what to do. */
export class DatabaseTrouble extends Error {
  constructor(
    readonly code: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'DatabaseTrouble';
  }
}

/**
 * The database of `DATABASE_URL`, which only `seinpost migrate` may bring up to date, else the embedded one, which is
 * brought up to date here and now.
 */
export async function openDatabase(settings: Settings): Promise<DataSource> {
  const url = await addressOf(settings);
  const database = await reached(url, () => openDataSource(url));
  const pending = await pendingMigrations(database);
  if (pending.length === 0) return database;
  await database.destroy();
  if (settings.databaseUrl === undefined) {
    await migrateDatabase(settings);
    return openDataSource(url);
  }
  const what = `The database lacks ${pending.length} migration(s) of this program`;
  throw new DatabaseTrouble('database.not-migrated', `${what}; run "seinpost migrate" first.`);
}

/** Brings the desk's database up to date and loads the reference data; answers the names of what ran. */
export async function migrateDatabase(settings: Settings): Promise<{ ran: string[]; kept: readonly string[] }> {
  const url = await addressOf(settings);
  const kind = await reached(url, () => using(url, kindOf));
  // Once written the kind stays: only a database that was empty can become one to practise on (design.md §5).
  const isPractice = settings.databaseUrl === undefined || (settings.practice && kind === null);
  const lists = referenceLists(
    isPractice ? 'practice' : 'live',
    settings.organisation,
    `127.0.0.1:${settings.practicePort}`,
  );
  // Two commands on a fresh clone would otherwise make the same tables at the same time.
  return alone(url, 'migrate', async () => {
    const ran = await withTrigrams(() => migrate(url, settings.databaseUrl === undefined));
    const { kept } = await using(url, (database) => seedReference(database, lists));
    return { ran, kept };
  });
}

/** Search leans on an extension, which the owner of a database may not always make. */
async function withTrigrams<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isAboutTrigrams(error)) throw error;
    const what = 'The database lacks the extension pg_trgm, and this account cannot make it';
    throw new DatabaseTrouble('database.no-trigrams', `${what}; ${TRIGRAMS_REMEDY}.`, { cause: error });
  }
}

/** Where the desk's database is reached; starts the embedded one where none is named. */
export async function addressOf(settings: Settings): Promise<string> {
  return settings.databaseUrl ?? (await embeddedDatabase(settings)).url;
}

async function using<T>(url: string, use: (database: DataSource) => Promise<T>): Promise<T> {
  const database = await openDataSource(url, 1);
  try {
    return await use(database);
  } finally {
    await database.destroy();
  }
}

/** Turns the ways in which a server is not there into a sentence; the password in the address is never shown. */
async function reached<T>(url: string, open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (error) {
    const why = WHY[codeOf(error)] ?? WORDS.find(([words]) => words.test(String(error)))?.[1];
    if (why === undefined) throw error;
    const { hostname, port, pathname } = new URL(url);
    const place = `${hostname}:${port || '5432'}${pathname}`;
    throw new DatabaseTrouble('database.unreachable', `The database at ${place} ${why}; correct DATABASE_URL.`, {
      cause: error,
    });
  }
}

/** pg gives these no code. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/timeout/i, 'does not answer in time'],
  [/terminated unexpectedly/, 'breaks the connection off; it may not be a PostgreSQL'],
];

function codeOf(error: unknown): string {
  const { code, errors } = error as { code?: string; errors?: { code?: string }[] };
  return code ?? errors?.[0]?.code ?? '';
}

const WHY: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'cannot be reached: nothing listens there',
  ENOTFOUND: 'cannot be reached: that host name is unknown',
  EAI_AGAIN: 'cannot be reached: that host name cannot be looked up',
  ETIMEDOUT: 'does not answer in time',
  EHOSTUNREACH: 'cannot be reached from here',
  ENETUNREACH: 'cannot be reached from here',
  ECONNRESET: 'broke the connection off',
  '28P01': 'refuses this user and password',
  '28000': 'refuses this user',
  '3D000': 'does not exist on that server',
  '42501': 'does not give this user the rights it needs',
};
