import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { make, type Cluster } from './cluster.js';
import { addressOf } from './connection.js';
import { isTraversable, ownerOf } from './owner.js';
import { programFor } from './program.js';
import { serve } from './server.js';

/** A PostgreSQL for one test run: its own folder, no safety at a power cut, gone with the process that started it. */
export interface FastDatabase {
  /** Address of the maintenance database, with the right to make others. */
  readonly adminUrl: string;
  stop(): Promise<void>;
}

export async function fastDatabase(): Promise<FastDatabase> {
  const folder = mkdtempSync(join(isTraversable(tmpdir()) ? tmpdir() : '/var/tmp', 'seinpost-test-'));
  chmodSync(folder, 0o711);
  const dataDir = join(folder, 'postgres');
  const owner = ownerOf(dataDir);
  const cluster: Cluster = {
    ...{ dataDir, owner, password: randomBytes(18).toString('hex'), fast: true },
    program: await programFor(owner, join(folder, 'program')),
  };
  make(cluster);
  const server = await serve(cluster, 0, join(folder, 'pg.log'));
  const stop = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { adminUrl: addressOf(server.port, cluster.password), stop };
}
