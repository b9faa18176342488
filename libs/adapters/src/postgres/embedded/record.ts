import { readFileSync, renameSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What `pg.json` in the desk's folder says, readable by its owner only. Port 0: not yet served. */
export interface PgRecord {
  readonly dataDir: string;
  readonly port: number;
  readonly password: string;
}

export function readRecord(folder: string): PgRecord | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, 'pg.json'), 'utf8')) as PgRecord;
  } catch {
    return undefined; // not there yet; the keeper writes it
  }
}

/** Renamed into place, so that nobody ever reads half of it. */
export function writeRecord(folder: string, record: PgRecord): void {
  const aside = join(folder, `pg.json.${process.pid}`);
  writeFileSync(aside, JSON.stringify(record), { mode: 0o600 });
  renameSync(aside, join(folder, 'pg.json'));
}

/** Tells the keeper that somebody is about to connect; it counts as a client for the keeper's waiting time. */
export function sayWanted(folder: string): void {
  const file = join(folder, 'pg.wanted');
  writeFileSync(file, '', { flag: 'a' });
  const now = Date.now() / 1000;
  utimesSync(file, now, now);
}

/** Instant, in milliseconds, at which somebody last said so; 0 when nobody has. */
export function lastWanted(folder: string): number {
  try {
    return statSync(join(folder, 'pg.wanted')).mtimeMs;
  } catch {
    return 0;
  }
}
