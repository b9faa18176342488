import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { takeLock } from '../../files/kernel-lock.js';
import { isMade, make, setPassword, type Cluster } from './cluster.js';
import { addressOf, asking } from './connection.js';
import { homeIn } from './home.js';
import { ownerOf } from './owner.js';
import { programFor } from './program.js';
import { lastWanted, readRecord, writeRecord } from './record.js';
import { serve, type Server } from './server.js';
import { settle } from './stale.js';

/**
 * The program that owns the embedded PostgreSQL: `node keeper.js FOLDER SECONDS`. It starts it, and stops it when for
 * that many seconds nobody was connected and nobody said to be about to connect. Started detached by whoever needs
 * the database first, so that no command takes the database down with it when it ends.
 */
async function main(folder: string, idleSeconds: number): Promise<void> {
  const { dataDir } = homeIn(folder);
  const lock = await takeLock(`keeper ${dataDir}`);
  if (!lock) return; // another keeper is at work; whoever started us looks for its server
  try {
    const server = await open(folder);
    say({ ready: true });
    await keep(folder, server, idleSeconds);
  } finally {
    lock.close();
  }
}

/** The password is written down before it is used: a start cut short can always be taken up again. */
async function open(folder: string): Promise<Server> {
  const { dataDir, programDir } = homeIn(folder);
  const known = readRecord(folder);
  const record = known?.dataDir === dataDir ? known : { dataDir, port: 0, password: randomBytes(18).toString('hex') };
  writeRecord(folder, record);
  const owner = ownerOf(dataDir);
  const cluster: Cluster = {
    ...{ dataDir, owner, password: record.password, fast: false },
    program: await programFor(owner, programDir),
  };
  await prepare(cluster, record !== known);
  const log = join(folder, 'pg.log');
  rmSync(log, { force: true });
  const server = await serve(cluster, record.port, log);
  writeRecord(folder, { ...record, port: server.port });
  return server;
}

async function prepare(cluster: Cluster, passwordIsNew: boolean): Promise<void> {
  if (!isMade(cluster.dataDir)) return make(cluster);
  await settle(cluster.dataDir, cluster.password);
  if (passwordIsNew) setPassword(cluster);
}

async function keep(folder: string, server: Server, idleSeconds: number): Promise<void> {
  const asked = new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });
  await Promise.race([asked, server.ended, idle(folder, server, idleSeconds)]);
  await server.stop();
}

async function idle(folder: string, server: Server, idleSeconds: number): Promise<void> {
  const address = addressOf(server.port, readRecord(folder)?.password ?? '');
  let lastSeen = Date.now();
  while (Date.now() - Math.max(lastSeen, lastWanted(folder)) < idleSeconds * 1000) {
    await pause(Math.min(2000, idleSeconds * 250));
    if ((await clients(address)) > 0) lastSeen = Date.now();
  }
}

/** Connections but our own; when we cannot ask, somebody may well be there. */
async function clients(address: string): Promise<number> {
  const others = `select count(*)::int as n from pg_stat_activity
    where backend_type = 'client backend' and pid <> pg_backend_pid()`;
  try {
    return await asking(address, async (client) => (await client.query<{ n: number }>(others)).rows[0]?.n ?? 0);
  } catch {
    return 1;
  }
}

/** Whoever started us may be gone by now. */
function say(word: { ready: true } | { trouble: string }): void {
  if (process.connected) process.send?.(word, undefined, undefined, () => process.connected && process.disconnect());
}

const [folder, idleSeconds] = process.argv.slice(2);
main(folder ?? '', Number(idleSeconds)).then(
  () => process.exit(0),
  (error: Error) => {
    say({ trouble: error.message });
    setTimeout(() => process.exit(1), 100); // leaves the word time to arrive
  },
);
