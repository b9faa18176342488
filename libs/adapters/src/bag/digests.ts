import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { Fault } from '#domain/report/verification.js';
import { NotABag, type FoundFile } from './bag-files.js';

/** What is wrong with one file that a manifest names with its SHA-256; nothing when it holds. */
export async function compare(file: FoundFile | undefined, path: string, sha256: string): Promise<Fault | undefined> {
  if (!file) return { code: 'missing', path };
  return (await holds(file, sha256)) ? undefined : { code: 'digest-mismatch', path };
}

/** Whether the bytes are those of the digest, and of the zip's own checksum where there is one. */
async function holds(file: FoundFile, sha256: string): Promise<boolean> {
  const digest = createHash('sha256');
  let checksum = 0;
  try {
    for await (const chunk of await file.open()) {
      digest.update(chunk as Buffer);
      checksum = crc32(chunk as Buffer, checksum);
    }
  } catch (error) {
    if (error instanceof NotABag) throw error;
    return false; // bytes that cannot even be unpacked are not the bytes that were digested
  }
  return digest.digest('hex') === sha256 && (file.crc32 === undefined || file.crc32 === checksum);
}
