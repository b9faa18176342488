import { hkdfSync, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KeyRing } from '#application/access/key-ring.js';

const MASTER_BYTES = 32;

/** Keys by HKDF-SHA-256 (RFC 5869) from a master key of 32 bytes, with the purpose as its info. */
export class HkdfKeyRing extends KeyRing {
  constructor(private readonly master: Uint8Array) {
    super();
    if (master.length !== MASTER_BYTES) throw new Error(`the master key has ${master.length} bytes instead of 32`);
  }

  derive(purpose: string): Uint8Array {
    return new Uint8Array(hkdfSync('sha256', this.master, 'seinpost', purpose, 32));
  }
}

/** The key ring of a practice desk: its master key is made once, in the file `key` of the folder, for the owner only. */
export function practiceKeyRing(folder: string): KeyRing {
  const file = join(folder, 'key');
  return new HkdfKeyRing(read(file) ?? make(folder, file));
}

function read(file: string): Buffer | undefined {
  try {
    return Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url');
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw fault;
  }
}

/** Written aside and then linked, so that of two processes starting at once both use the first one's key. */
function make(folder: string, file: string): Buffer {
  mkdirSync(folder, { recursive: true });
  const aside = `${file}.${process.pid}`;
  writeFileSync(aside, `${randomBytes(MASTER_BYTES).toString('base64url')}\n`, { mode: 0o600 });
  try {
    linkSync(aside, file);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault;
  } finally {
    rmSync(aside, { force: true });
  }
  return read(file)!;
}
