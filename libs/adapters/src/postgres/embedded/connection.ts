import { createServer } from 'node:net';
import pg from 'pg';
import { DATABASE, ROLE } from './cluster.js';

/** Address of the embedded PostgreSQL, by default of its maintenance database. */
export function addressOf(port: number, password: string, database = 'postgres'): string {
  return `postgres://${ROLE}:${password}@127.0.0.1:${port}/${database}`;
}

/** Whether a PostgreSQL with this very password answers there. */
export async function answers(address: string): Promise<boolean> {
  try {
    await asking(address, (client) => client.query('select 1'));
    return true;
  } catch {
    return false;
  }
}

/** Runs one thing over a connection of its own. */
export async function asking<T>(address: string, ask: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 3000 });
  client.on('error', () => undefined); // the server may stop under us; the query or the connect tells it
  await client.connect();
  try {
    return await ask(client);
  } finally {
    await client.end();
  }
}

/** Makes the desk's database if it is not there; another start may do so at the same moment. */
export async function makeDatabase(address: string): Promise<void> {
  await asking(address, async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (rowCount) return;
    await client.query(`create database ${DATABASE}`).catch((error: { code?: string }) => {
      if (error.code !== '42P04' && error.code !== '23505') throw error;
    });
  });
}

/** The wished port when it is free, else one the system chooses. */
export async function freePort(wished = 0): Promise<number> {
  return (await tried(wished)) ?? (await tried(0)) ?? 0;
}

function tried(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(undefined));
    server.listen({ port, host: '127.0.0.1' }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? address?.port : undefined));
    });
  });
}
