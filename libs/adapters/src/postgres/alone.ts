import { asking } from './embedded/connection.js';

/** Runs one thing at a time per database and name; others wait their turn, and the server frees a dead holder's place. */
export function alone<T>(url: string, what: string, run: () => Promise<T>): Promise<T> {
  return asking(url, async (client) => {
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [`seinpost ${what}`]);
    return run();
  });
}
