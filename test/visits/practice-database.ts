import type { Organisation } from '#domain/access/organisation.js';
import { filledDatabase, freshDatabase } from '#test/setup/fresh-database.js';
import { practiceAccounts } from './desk-visit.js';

/**
 * Address of a database of the test's own that holds a practice desk: reference data and an account for each role. Most
 * desks are the practice organisation as it is, which is filled in once in a run; one that differs is filled in by itself.
 */
export async function practiceDatabase(but: Partial<Organisation> = {}): Promise<string> {
  if (Object.keys(but).length === 0) return filledDatabase('practice', (url) => practiceAccounts(url));
  const databaseUrl = await freshDatabase();
  await practiceAccounts(databaseUrl, but);
  return databaseUrl;
}
