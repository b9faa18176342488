import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../postgres/embedded/home.js';

/**
 * The master key that a practice desk keeps in the file `key` of its folder, for its owner only. Made when it is first
 * asked for; of several processes that ask at once the first one's key is everybody's.
 */
export function keptKey(folder: string): Uint8Array {
  const file = join(folder, 'key');
  return read(file) ?? made(folder, file);
}

function read(file: string): Uint8Array | undefined {
  try {
    const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url');
    if (key.length === 32) return key;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  throw new Error(`${file} does not hold a key; put back the one from a backup: what was locked with it needs it.`);
}

/** Written aside and linked into place: nobody reads half of it, and a link that is there already is not replaced. */
function made(folder: string, file: string): Uint8Array {
  makeFolder(folder);
  const aside = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  try {
    writeSafely(aside, `${newKey()}\n`);
    linkSync(aside, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
  return read(file)!;
}

/** A master key as it is written down: 256 random bits in base64url. */
export const newKey = (): string => randomBytes(32).toString('base64url');

function writeSafely(file: string, text: string): void {
  const open = openSync(file, 'wx', 0o600);
  try {
    writeFileSync(open, text);
    fsyncSync(open);
  } finally {
    closeSync(open);
  }
}
