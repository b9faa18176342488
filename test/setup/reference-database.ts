import { referenceLists } from '#adapters/files/reference-lists.js';
import { openDataSource } from '#adapters/postgres/data-source.js';
import { seedReference } from '#adapters/postgres/seed-reference.js';
import { filledDatabase } from './fresh-database.js';

/** Address of a database of the test's own with the reference data of a practice desk and nobody in it. */
export const referenceDatabase = (): Promise<string> => filledDatabase('reference', fillIn);

async function fillIn(url: string): Promise<void> {
  const db = await openDataSource(url, 1);
  try {
    await seedReference(db, referenceLists('practice'));
  } finally {
    await db.destroy();
  }
}
