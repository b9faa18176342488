import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A practice account, as it is printed at the start. */
export interface Account {
  readonly email: string;
  readonly password: string;
  readonly role: string;
}

/** What `run.json` says of the desk that is being served from this folder. */
export interface RunRecord {
  readonly address: string;
  /** Null on a live desk, which has no practice platform. */
  readonly practiceAddress: string | null;
  /** `host:port` on which the mail intake listens. */
  readonly mailIntake: string;
  readonly accounts: readonly Account[];
  readonly pid: number;
}

/** Written whole, for the owner only: it holds the passwords of the practice accounts. */
export function writeRun(folder: string, record: RunRecord): void {
  const aside = join(folder, `run.json.${process.pid}`);
  writeFileSync(aside, `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600 });
  renameSync(aside, join(folder, 'run.json'));
}

export function removeRun(folder: string): void {
  rmSync(join(folder, 'run.json'), { force: true });
}

/** The desk served from this folder, if it is really there: its process lives and its address answers. */
export async function servedRun(folder: string): Promise<RunRecord | undefined> {
  const record = readRun(folder);
  return record && isAlive(record.pid) && (await answersHttp(record.address)) ? record : undefined;
}

function readRun(folder: string): RunRecord | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8')) as RunRecord;
  } catch {
    return undefined; // nothing is served from here
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Whether a web server answers there with anything but a fault of its own. */
export async function answersHttp(address: string): Promise<boolean> {
  try {
    const answer = await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(5000) });
    await answer.body?.cancel();
    return answer.status < 500;
  } catch {
    return false;
  }
}
