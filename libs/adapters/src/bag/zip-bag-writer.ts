import { createHash, randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { PassThrough, Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import yazl from 'yazl';
import { BagWriter, type BagContents, type BagFile, type WrittenBag } from '#application/report/bag-writer.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { compareText } from '#domain/report/verification.js';
import * as format from './bag-format.js';
import { UtcWallClock } from './utc-wall-clock.js';

/**
 * Writes the bag as one stream: each file is digested while it passes, so memory does not grow with the bag. Files are
 * stored, not deflated: deflate gives other bytes with another zlib, and pictures and PDF hardly shrink anyway.
 */
@Injectable()
export class ZipBagWriter extends BagWriter {
  async write(contents: BagContents, out: string): Promise<WrittenBag> {
    const file = resolve(out);
    const partial = `${file}.${randomBytes(6).toString('hex')}.part`;
    try {
      await mkdir(dirname(file), { recursive: true });
      const sha256 = await writeWhole(zipOf(contents), partial);
      await rename(partial, file);
      await syncFolder(dirname(file));
      return { file, sha256, files: contents.files.length };
    } catch (error) {
      throw explained(error, out);
    } finally {
      await rm(partial, { force: true }).catch(() => undefined);
    }
  }
}

/** A place where nothing can be written is for the person to mend; everything else stays what it was. */
function explained(error: unknown, out: string): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException;
  const atThePlace = syscall !== undefined && ['mkdir', 'open', 'rename', 'write', 'fsync'].includes(syscall);
  return code !== undefined && atThePlace ? new RuleViolation('bag.cannot-write', { out, why: code }) : error;
}

/** Writes and fsyncs the stream into a new file and answers its SHA-256. */
async function writeWhole(zip: Readable, partial: string): Promise<string> {
  const digest = createHash('sha256');
  const digesting = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      digest.update(chunk);
      done(null, chunk);
    },
  });
  await pipeline(zip, digesting, createWriteStream(partial, { flags: 'wx', flush: true }));
  return digest.digest('hex');
}

/** Without this a power cut could forget the rename though the bytes are on disk. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

function zipOf(contents: BagContents): Readable {
  const zip = new yazl.ZipFile();
  const output = zip.outputStream as PassThrough;
  zip.on('error', (error: Error) => output.destroy(error));
  const entry = entryWriter(zip, contents);
  const payload = new Map<string, string>();
  const tags = new Map<string, string>();
  let octets = 0;
  const tag = (path: string, text: () => string): void =>
    entry({ path, content: () => once(text) }, (sha256) => tags.set(path, sha256));

  tag(format.DECLARATION, () => format.DECLARATION_TEXT);
  for (const file of inOrder(contents.files)) {
    entry(file, (sha256, bytes) => {
      payload.set(file.path, sha256);
      octets += bytes;
    });
  }
  tag(format.BAG_INFO, () =>
    format.bagInfoText([...contents.info, ['Payload-Oxum', `${octets}.${contents.files.length}`]]),
  );
  tag(format.MANIFEST, () => format.manifestText(payload));
  entry({ path: format.TAG_MANIFEST, content: () => once(() => format.manifestText(sorted(tags))) }, () => undefined);
  zip.end();
  return output;
}

type Digested = (sha256: string, bytes: number) => void;

/** Adds one entry to the zip; yazl opens it when its turn has come, so what it needs from earlier ones is known. */
function entryWriter(zip: yazl.ZipFile, contents: BagContents) {
  if (!format.isSafePath(contents.name) || contents.name.includes('/')) {
    throw new RuleViolation('bag.unsafe-path', { path: contents.name });
  }
  const options = { mtime: new UtcWallClock(contents.at), mode: 0o100644, compress: false };
  return (file: BagFile, digested: Digested): void => {
    zip.addReadStreamLazy(`${contents.name}/${file.path}`, options, (give) => {
      const stream = Readable.from(digesting(file, digested), { objectMode: false });
      stream.once('error', (error) => zip.emit('error', error));
      give(null, stream);
    });
  };
}

async function* digesting(file: BagFile, digested: Digested): AsyncGenerator<Uint8Array> {
  const digest = createHash('sha256');
  let bytes = 0;
  for await (const chunk of file.content()) {
    digest.update(chunk);
    bytes += chunk.length;
    yield chunk;
  }
  const sha256 = digest.digest('hex');
  if (file.recorded && (file.recorded.sha256 !== sha256 || file.recorded.bytes !== bytes)) {
    throw new RuleViolation('bag.not-as-recorded', { path: file.path, recorded: file.recorded.sha256, found: sha256 });
  }
  digested(sha256, bytes);
}

// eslint-disable-next-line @typescript-eslint/require-await -- the zip wants an async iterable
async function* once(text: () => string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text(), 'utf8');
}

/** The payload under `data/`, sorted; two files of one name, or a name that leaves the folder, stop the bag. */
function inOrder(files: readonly BagFile[]): BagFile[] {
  const placed = files.map((file) => ({ ...file, path: `data/${file.path}` }));
  const seen = new Set<string>();
  for (const { path } of placed) {
    const folded = path.normalize('NFC').toLowerCase();
    if (!format.isSafePath(path)) throw new RuleViolation('bag.unsafe-path', { path });
    if (seen.has(folded)) throw new RuleViolation('bag.two-files-of-one-name', { path });
    seen.add(folded);
  }
  return placed.sort((a, b) => compareText(a.path, b.path));
}

function sorted(digests: Map<string, string>): Map<string, string> {
  return new Map([...digests].sort(([a], [b]) => compareText(a, b)));
}
