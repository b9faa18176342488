import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addressFor } from '#adapters/postgres/desk-logins.js';
import { freePort } from '#adapters/postgres/embedded/connection.js';
import { projectPath } from '#adapters/settings/project.js';

/** The worker as the desk starts it: a process of its own, on a given database. */
export class WorkerProcess {
  readonly lines: string[] = [];
  private readonly ended: Promise<number | null>;

  private constructor(
    readonly child: ChildProcess,
    readonly mailPort: number,
    private readonly folder: string,
  ) {
    for (const stream of [child.stderr, child.stdout]) stream?.on('data', (piece) => this.lines.push(String(piece)));
    this.ended = new Promise((resolve) => child.once('exit', (code) => resolve(code)));
  }

  /** Resolves once it says that it is ready, under the worker's own role; `env` goes over the environment. */
  static async start(ownersAddress: string, env: Record<string, string> = {}): Promise<WorkerProcess> {
    const mailPort = await freePort();
    const folder = mkdtempSync(join(tmpdir(), 'seinpost-worker-'));
    const ours = {
      DATABASE_URL: addressFor('worker', ownersAddress),
      SEINPOST_MAIL_PORT: String(mailPort),
      SEINPOST_VAR: folder,
    };
    const child = spawn(process.execPath, [projectPath('dist', 'apps', 'worker', 'src', 'main.js')], {
      env: { ...ours, ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const worker = new WorkerProcess(child, mailPort, folder);
    const ready = new Promise<string>((resolve) => child.once('message', () => resolve('ready')));
    if ((await Promise.race([ready, worker.ended])) !== 'ready') throw new Error(worker.lines.join(''));
    return worker;
  }

  /** Ends it the way asked and answers its exit code. */
  async end(how: NodeJS.Signals | 'disconnect' = 'SIGTERM'): Promise<number | null> {
    if (how === 'disconnect') this.child.disconnect();
    else this.child.kill(how);
    const code = await this.ended;
    rmSync(this.folder, { recursive: true, force: true });
    return code;
  }
}

/** Asks every so many milliseconds until the answer is yes, or fails when it takes too long. */
export async function until(ask: () => Promise<boolean> | boolean, milliseconds = 15_000, every = 50): Promise<void> {
  const end = performance.now() + milliseconds;
  while (!(await ask())) {
    if (performance.now() > end) throw new Error('it did not come to pass in time');
    await new Promise((resolve) => setTimeout(resolve, every));
  }
}
