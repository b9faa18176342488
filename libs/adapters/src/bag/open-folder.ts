import { createReadStream } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { NotABag, type BagFiles, type FoundFile } from './bag-files.js';

/** Opens an unpacked bag. Links and devices are refused: what they point at is not in the bag. */
export async function openFolder(folder: string): Promise<BagFiles> {
  const files = new Map<string, FoundFile>();
  for await (const file of walk(folder, '')) files.set(file.path, file);
  return { files, close: () => undefined };
}

async function* walk(folder: string, below: string): AsyncGenerator<FoundFile> {
  for (const name of (await readdir(join(folder, below))).sort()) {
    const path = below === '' ? name : `${below}/${name}`;
    const full = join(folder, path);
    const stats = await lstat(full);
    if (stats.isDirectory()) yield* walk(folder, path);
    else if (!stats.isFile()) throw new NotABag(path, 'is a link or a device');
    // eslint-disable-next-line @typescript-eslint/require-await -- the zip's way of opening is asynchronous
    else yield { path, bytes: stats.size, open: async () => createReadStream(full) };
  }
}
