// ZIP: PKWARE APPNOTE 6.3.10, read by its central directory.
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import yauzl from 'yauzl';
import { isSafePath } from './bag-format.js';
import { NotABag, type BagFiles, type FoundFile } from './bag-files.js';

/** More entries than any dossier has; the central directory is held in memory. */
const MOST_ENTRIES = 500_000;
/** Deflated text rarely shrinks more than twentyfold; beyond this an entry is there to exhaust the reader. */
const MOST_SHRUNK = 200;
const SMALL_ENOUGH = 16 * 1024 * 1024;
const [STORED, DEFLATED] = [0, 8];
const [FILE_TYPE, REGULAR_FILE, FOLDER] = [0o170000, 0o100000, 0o040000];

/** Opens a zip that holds one folder; anything else, or an entry that would harm who unpacks it, is a {@link NotABag}. */
export async function openZip(zipPath: string): Promise<BagFiles> {
  const name = basename(zipPath);
  const { size } = await stat(zipPath);
  const zip = await yauzl
    .openPromise(zipPath, { autoClose: false, lazyEntries: true, decodeStrings: false })
    .catch((error: Error) => Promise.reject(new NotABag(name, error.message)));
  try {
    const entries = await readEntries(zip, name);
    return { files: inOneFolder(zip, entries, { name, size }), close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw error;
  }
}

type NamedEntry = { readonly path: string; readonly entry: yauzl.Entry };

async function readEntries(zip: yauzl.ZipFile, name: string): Promise<NamedEntry[]> {
  if (zip.entryCount > MOST_ENTRIES) throw new NotABag(name, `${zip.entryCount} entries`);
  const entries: NamedEntry[] = [];
  const seen = new Set<string>();
  try {
    for await (const entry of zip.eachEntry()) entries.push(checked(entry, seen));
  } catch (error) {
    throw error instanceof NotABag ? error : new NotABag(name, (error as Error).message);
  }
  return entries;
}

/** Refuses what unpacks elsewhere, twice, or without end. */
function checked(entry: yauzl.Entry, seen: Set<string>): NamedEntry {
  const path = decodeName(entry.fileName as unknown as Buffer);
  const folded = path.normalize('NFC').toLowerCase();
  const type = (entry.externalFileAttributes >>> 16) & FILE_TYPE;
  if (!isSafePath(path.replace(/\/$/, ''))) throw new NotABag(path, 'leaves its folder');
  if (seen.has(folded)) throw new NotABag(path, 'stands in the zip twice');
  if (type !== 0 && type !== REGULAR_FILE && type !== FOLDER) throw new NotABag(path, 'is a link or a device');
  if (entry.isEncrypted()) throw new NotABag(path, 'is encrypted');
  if (![STORED, DEFLATED].includes(entry.compressionMethod)) throw new NotABag(path, 'is packed in an unknown way');
  if (isBomb(entry)) throw new NotABag(path, 'unpacks to far more than it holds');
  seen.add(folded);
  return { path, entry };
}

function decodeName(raw: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    throw new NotABag(raw.toString('latin1').replace(/[^\x20-\x7e]/g, '?'), 'has a name that is not UTF-8');
  }
}

function isBomb(entry: yauzl.Entry): boolean {
  return entry.uncompressedSize > Math.max(SMALL_ENOUGH, entry.compressedSize * MOST_SHRUNK);
}

function inOneFolder(
  zip: yauzl.ZipFile,
  entries: readonly NamedEntry[],
  { name, size }: { name: string; size: number },
): Map<string, FoundFile> {
  const packed = entries.reduce((sum, { entry }) => sum + entry.compressedSize, 0);
  if (packed > size) throw new NotABag(name, 'has entries that overlap');
  const root = entries[0]?.path.split('/')[0] ?? '';
  const stray = entries.find(({ path }) => !path.startsWith(`${root}/`));
  if (root === '' || stray) throw new NotABag(stray?.path ?? name, 'is not in the one folder');
  const files = entries
    .filter(({ path }) => !path.endsWith('/'))
    .map(({ path, entry }) => foundFile(zip, path.slice(root.length + 1), entry));
  return new Map(files.map((file) => [file.path, file]));
}

function foundFile(zip: yauzl.ZipFile, path: string, entry: yauzl.Entry): FoundFile {
  return {
    path,
    bytes: entry.uncompressedSize,
    crc32: entry.crc32,
    async open() {
      const local = await zip.readLocalFileHeaderPromise(entry);
      // Another name here than in the directory makes programs unpack different files from one zip.
      if (!local.fileName.equals(entry.fileNameRaw)) throw new NotABag(path, 'has two names');
      return zip.openReadStreamPromise(entry);
    },
  };
}
