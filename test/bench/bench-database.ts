import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { referenceLists } from '#adapters/files/reference-lists.js';
import { openDataSource } from '#adapters/postgres/data-source.js';
import { embeddedDatabase } from '#adapters/postgres/embedded/embedded-database.js';
import { migrate } from '#adapters/postgres/migrate.js';
import { seedReference } from '#adapters/postgres/seed-reference.js';

/** A PostgreSQL of the bench's own, as safe at a power cut as a desk's; nothing of it stays. */
export class BenchDatabase {
  private constructor(
    private readonly folder: string,
    private readonly url: string,
    private readonly held: pg.Client,
  ) {}

  /** Its connection is held, so that the keeper does not stop it between two measures. */
  static async open(): Promise<BenchDatabase> {
    const folder = mkdtempSync(join(tmpdir(), 'seinpost-bench-'));
    chmodSync(folder, 0o711); // PostgreSQL's user passes through when we are root
    const { url } = await embeddedDatabase({ var: join(folder, 'var') });
    const held = new pg.Client({ connectionString: url });
    held.on('error', () => undefined); // it ends with the server
    await held.connect();
    return new BenchDatabase(folder, url, held);
  }

  /** Address of a new database with all tables and the reference data of a practice desk. */
  async fresh(name: string): Promise<string> {
    await this.held.query(`create database ${name}`);
    const url = this.url.replace(/[^/]+$/, name);
    await migrate(url, true);
    const db = await openDataSource(url, 1);
    await seedReference(db, referenceLists('practice'));
    await db.destroy();
    return url;
  }

  /** PostgreSQL is told to stop by its own number; its keeper then ends too. */
  async close(): Promise<void> {
    const { dataDir } = JSON.parse(readFileSync(join(this.folder, 'var', 'pg.json'), 'utf8')) as { dataDir: string };
    const file = join(dataDir, 'postmaster.pid');
    process.kill(Number(readFileSync(file, 'utf8').split('\n')[0]), 'SIGINT');
    for (let tries = 0; tries < 600 && existsSync(file); tries += 1) await pause(100);
    await pause(500); // the keeper writes its last
    rmSync(dataDir, { recursive: true, force: true });
    rmSync(this.folder, { recursive: true, force: true });
  }
}
