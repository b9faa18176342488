import type { Readable } from 'node:stream';

/** One file found in a bag; `crc32` only where the container kept one of its own. */
export interface FoundFile {
  readonly path: string;
  readonly bytes: number;
  readonly crc32?: number;
  open(): Promise<Readable>;
}

/** A bag opened for checking, from a zip or a folder: its files by path relative to the bag's own folder. */
export interface BagFiles {
  readonly files: ReadonlyMap<string, FoundFile>;
  close(): void;
}

/** What was given cannot be looked at as a bag: not a zip, cut off, or made to harm; `path` says where. */
export class NotABag extends Error {
  constructor(
    readonly path: string,
    why: string,
  ) {
    super(`${path}: ${why}`);
    this.name = 'NotABag';
  }
}

/** Reads a text file whole; `undefined` when it cannot be unpacked or is larger than any tag file is. */
export async function readText(file: FoundFile, limit = 64 * 1024 * 1024): Promise<string | undefined> {
  if (file.bytes > limit) return undefined;
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of await file.open()) chunks.push(chunk as Buffer);
  } catch (error) {
    if (error instanceof NotABag) throw error;
    return undefined;
  }
  return Buffer.concat(chunks)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
}
