import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CAPTURE_LIMITS, type CaptureLimits } from '#adapters/browser/capture-limits.js';
import { SpawnCapture } from '#adapters/browser/spawn-capture.js';
import type { OpenPolicy } from '#domain/evidence/capture-policy.js';
import type { CaptureJob, CaptureResult } from '#domain/evidence/capture.js';

/** Short enough for a test, long enough for two slow cores. */
export const SHORT: CaptureLimits = { ...CAPTURE_LIMITS, loadMs: 4_000, totalMs: 30_000 };

/** What a capture found, and the folder it lies in. */
export interface Captured extends CaptureResult {
  readonly folder: string;
  readonly names: readonly string[];
  file(name: string): Promise<Buffer>;
}

const folders: string[] = [];

/** A job for one page into a fresh folder. */
export async function jobFor(url: string, allow: readonly string[], policy: OpenPolicy = 'full'): Promise<CaptureJob> {
  const folder = await mkdtemp(join(tmpdir(), 'seinpost-capture-test-'));
  folders.push(folder);
  return { url, policy, grounds: ['AW21'], allow, folder, askedAt: '2026-11-21T10:00:00.000Z' };
}

/** Captures as the desk does: in a child process, with a real browser. */
export async function capture(
  url: string,
  allow: readonly string[],
  wish: { policy?: OpenPolicy; limits?: CaptureLimits; only?: 'npm' } = {},
): Promise<Captured> {
  const job = await jobFor(url, allow, wish.policy);
  return shown(job, await new SpawnCapture({ only: wish.only }, wish.limits ?? SHORT).capture(job));
}

export function shown({ folder }: CaptureJob, result: CaptureResult): Captured {
  const names = result.artefacts.map((artefact) => artefact.name);
  return { ...result, folder, names, file: (name) => readFile(join(folder, name)) };
}

export async function forgetCaptures(): Promise<void> {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
}

/** Processes of browsers of ours that nobody looks after any more: their parent is the first process of the machine. */
export async function orphans(): Promise<string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(pids.map((pid) => orphan(pid).catch(() => '')));
  return found.filter((line) => line !== '');
}

async function orphan(pid: string): Promise<string> {
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8');
  const parent = /^PPid:\s+(\d+)/m.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1];
  return command.includes('seinpost-browser-') && parent === '1' ? command : '';
}

/** Kills the capture process that this process started, as a machine out of memory would. */
export async function killOwnCapture(): Promise<void> {
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
    const isOurs = new RegExp(`^PPid:\\s+${process.pid}$`, 'm').test(status);
    if (isOurs && command.includes('capture/src/main.js')) process.kill(Number(pid), 'SIGKILL');
  }
}
