import { fork, type ChildProcess } from 'node:child_process';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Settings } from '../../settings/settings.js';
import { BARE_ENVIRONMENT, DATABASE } from './cluster.js';
import { addressOf, answers, makeDatabase } from './connection.js';
import { makeFolder } from './home.js';
import { readRecord, sayWanted } from './record.js';

/** Seconds without clients after which the keeper stops PostgreSQL. */
const IDLE_SECONDS = 30;

/**
 * Address of the desk's own database in the embedded PostgreSQL, which is started if it does not run. It may be called
 * at any time and by several processes at once; it stops by itself when nobody is connected for a while.
 */
export async function embeddedDatabase(
  settings: Pick<Settings, 'var'>,
  idleSeconds = IDLE_SECONDS,
): Promise<{ readonly url: string }> {
  const folder = resolve(settings.var);
  makeFolder(folder);
  const { port, password } = await served(folder, idleSeconds);
  await makeDatabase(addressOf(port, password));
  return { url: addressOf(port, password, DATABASE) };
}

/** Waits for a server, starting a keeper whenever ours gave way to another one and still nobody answers. */
async function served(folder: string, idleSeconds: number): Promise<{ port: number; password: string }> {
  const until = performance.now() + 120_000;
  let keeper: Keeper | undefined;
  for (;;) {
    sayWanted(folder);
    const record = readRecord(folder);
    if (record && record.port > 0 && (await answers(addressOf(record.port, record.password)))) return record;
    if (keeper?.trouble !== undefined) throw new Error(keeper.trouble);
    if (performance.now() > until) throw new Error(`The embedded PostgreSQL does not answer; see ${folder}/pg.log.`);
    if (!keeper || keeper.isGone()) keeper = new Keeper(folder, idleSeconds);
    await pause(keeper.isReady ? 10 : 100);
  }
}

/** The detached keeper as its starter sees it; nothing of it keeps the starter alive. */
class Keeper {
  trouble: string | undefined;
  isReady = false;
  private readonly child: ChildProcess;

  constructor(folder: string, idleSeconds: number) {
    const program = join(import.meta.dirname, 'keeper.js');
    this.child = fork(program, [folder, String(idleSeconds)], {
      ...{ detached: true, stdio: ['ignore', 'ignore', 'ignore', 'ipc'], cwd: '/' },
      ...{ env: BARE_ENVIRONMENT, execArgv: [] },
    });
    this.child.on('error', (error) => (this.trouble = error.message));
    this.child.on('message', (word: { ready?: true; trouble?: string }) => this.hear(word));
    this.child.unref();
    this.child.channel?.unref();
  }

  isGone(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  private hear(word: { ready?: true; trouble?: string }): void {
    this.trouble = word.trouble;
    this.isReady = word.ready === true;
  }
}
