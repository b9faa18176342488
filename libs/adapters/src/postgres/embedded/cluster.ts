import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Owner } from './owner.js';
import type { Program } from './program.js';

/** The one role and the one database of the embedded PostgreSQL. */
export const ROLE = 'seinpost';
export const DATABASE = 'seinpost';

/** What PostgreSQL gets to see of our environment: nothing, and no language of the system in its messages. */
export const BARE_ENVIRONMENT = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/** A data folder with what is needed to make it or run it. */
export interface Cluster {
  readonly dataDir: string;
  readonly program: Program;
  readonly owner: Owner | undefined;
  readonly password: string;
  /** Gives up safety at a power cut for speed; only for tests. */
  readonly fast: boolean;
}

export function isMade(dataDir: string): boolean {
  return existsSync(join(dataDir, 'PG_VERSION'));
}

/** Makes the data folder aside and renames it, so that an interrupted start leaves no half of one. */
export function make(cluster: Cluster): void {
  const fresh = `${cluster.dataDir}.${process.pid}`;
  mkdirSync(dirname(fresh), { recursive: true });
  mkdirSync(fresh, { mode: 0o700 });
  const passwordFile = `${fresh}.password`; // beside the data, as PostgreSQL's user may be shut out of elsewhere
  writeFileSync(passwordFile, cluster.password, { mode: 0o600, flag: 'wx' });
  if (cluster.owner) for (const path of [fresh, passwordFile]) chownSync(path, cluster.owner.uid, cluster.owner.gid);
  try {
    run(cluster, cluster.program.initdb, [...INITDB(fresh, passwordFile), ...(cluster.fast ? ['--no-sync'] : [])]);
    renameSync(fresh, cluster.dataDir);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
    rmSync(passwordFile, { force: true });
  }
}

/** Locale and encoding are named, as initdb makes an SQL_ASCII cluster where LANG is unset. */
const INITDB = (dataDir: string, passwordFile: string) => [
  ...['-D', dataDir, '-U', ROLE, `--pwfile=${passwordFile}`, '-A', 'scram-sha-256', '-E', 'UTF8', '--locale=C'],
  ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions'],
];

/** Gives the role the cluster's password, for when the file that held the old one is lost. PostgreSQL must be down. */
export function setPassword(cluster: Cluster): void {
  const sql = `ALTER ROLE ${ROLE} PASSWORD '${cluster.password}';\n`;
  run(cluster, cluster.program.postgres, ['--single', '-D', cluster.dataDir, 'postgres'], sql);
}

function run(cluster: Cluster, program: string, args: readonly string[], input = ''): void {
  try {
    execFileSync(program, args, { ...cluster.owner, input, env: BARE_ENVIRONMENT, cwd: '/', stdio: 'pipe' });
  } catch (error) {
    const said = String((error as { stderr?: Buffer }).stderr ?? '').trim() || String(error);
    throw new Error(`PostgreSQL could not be set up in ${cluster.dataDir}: ${said}`, { cause: error });
  }
}
