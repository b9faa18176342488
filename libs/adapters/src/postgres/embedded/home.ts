import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isTraversable } from './owner.js';

/** Where the data lie, and where a copy of the program may lie when PostgreSQL's user cannot reach `node_modules`. */
export interface Home {
  readonly dataDir: string;
  readonly programDir: string;
}

/** In the desk's own folder where that can be, else in `/var/tmp` under a random id that the desk's folder keeps. */
export function homeIn(folder: string): Home {
  makeFolder(folder);
  const base = process.getuid?.() !== 0 || isTraversable(folder) ? folder : outside(folder);
  return { dataDir: join(base, 'postgres'), programDir: join(base, 'postgres-program') };
}

/** Others may pass through root's folder (PostgreSQL's user must) but not look around in it. */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, process.getuid?.() === 0 ? 0o711 : 0o700);
}

function outside(folder: string): string {
  const base = join('/var/tmp', `seinpost-${idOf(folder)}`);
  if (!existsSync(base)) mkdirSync(base, { mode: 0o755 });
  const found = lstatSync(base);
  if (found.isDirectory() && found.uid === 0) return base;
  throw new Error(`${base} belongs to somebody else; remove ${join(folder, 'postgres-place.json')} and start again.`);
}

/** A copied checkout carries the id of the original; it gets its own, or two desks would share one database. */
function idOf(folder: string): string {
  const file = join(folder, 'postgres-place.json');
  if (existsSync(file)) {
    const place = JSON.parse(readFileSync(file, 'utf8')) as { id: string; madeFor: string };
    if (place.madeFor === folder) return place.id;
    if (!existsSync(place.madeFor)) return keep(file, place.id, folder);
  }
  return keep(file, randomBytes(8).toString('hex'), folder);
}

function keep(file: string, id: string, madeFor: string): string {
  writeFileSync(file, JSON.stringify({ id, madeFor }), { mode: 0o600 });
  return id;
}
