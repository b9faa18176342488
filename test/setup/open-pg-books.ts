import type { DataSource } from 'typeorm';
import { openDataSource } from '#adapters/postgres/data-source.js';
import { JobQueue } from '#adapters/postgres/job-queue.js';
import { PgBooks } from '#adapters/postgres/pg-books.js';
import { PgInstallation } from '#adapters/postgres/pg-installation.js';
import { referenceDatabase } from './reference-database.js';

/** Books on a database of the test's own, with the reference data of a practice desk. */
export interface OpenedPgBooks {
  readonly url: string;
  readonly db: DataSource;
  readonly jobs: JobQueue;
  readonly books: PgBooks;
  close(): Promise<void>;
}

/** Opens them; the test closes them. */
export async function openPgBooks(): Promise<OpenedPgBooks> {
  const url = await referenceDatabase();
  const db = await openDataSource(url, 8);
  const jobs = await JobQueue.open(url, false);
  const close = async (): Promise<void> => {
    await jobs.close();
    await db.destroy();
  };
  return { url, db, jobs, books: new PgBooks(db, jobs, new PgInstallation(db)), close };
}
