import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { addressOf, answers } from './connection.js';

/**
 * Clears away what an earlier PostgreSQL left behind, so that ours can start: one that still answers or is still
 * shutting down is ended first; a pid file whose number now belongs to something else is removed. Only the keeper
 * that holds the lock of this data folder may call it.
 */
export async function settle(dataDir: string, password: string): Promise<void> {
  const file = join(dataDir, 'postmaster.pid');
  const until = performance.now() + 30_000;
  while (existsSync(file)) {
    const [pid, , , port] = readFileSync(file, 'utf8').split('\n').map(Number);
    const alive = (await answers(addressOf(port ?? 0, password))) || (pid !== undefined && isPostgres(pid));
    if (!alive || pid === undefined) return rmSync(file, { force: true });
    if (performance.now() > until) {
      throw new Error(`Another PostgreSQL (process ${pid}) holds ${dataDir} and does not end; stop it and try again.`);
    }
    end(pid);
    await pause(200);
  }
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGINT');
  } catch {
    // it has ended between the look and the signal
  }
}

function isPostgres(pid: number): boolean {
  if (process.platform !== 'linux') return false; // there the connect check alone decides
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres';
  } catch {
    return false;
  }
}
