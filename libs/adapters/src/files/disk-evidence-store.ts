import { createHash, randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { EvidenceStore, type EvidenceBytes, type StoredEvidence } from '#application/evidence/evidence-store.js';
import { RuleViolation } from '#domain/rule-violation.js';

/** Keeps evidence in files named after their digest: `aa/bb/<64 hex digits>`, read-only, written once. */
export class DiskEvidenceStore extends EvidenceStore {
  constructor(private readonly root: string) {
    super();
  }

  override async put(bytes: EvidenceBytes): Promise<StoredEvidence> {
    const arriving = join(this.root, 'arriving');
    await mkdir(arriving, { recursive: true, mode: 0o700 });
    const temporary = join(arriving, randomBytes(16).toString('hex'));
    try {
      const stored = await writeHashed(temporary, bytes);
      await this.give(temporary, stored.digest);
      return stored;
    } finally {
      await rm(temporary, { force: true });
    }
  }

  override async read(digest: string): Promise<Uint8Array> {
    const bytes = await readFile(this.pathOf(digest)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') throw new RuleViolation('evidence.missing', { digest });
      throw error;
    });
    const found = createHash('sha256').update(bytes).digest('hex');
    if (found !== digest) throw new RuleViolation('evidence.digest-mismatch', { digest, found });
    return bytes;
  }

  override has(digest: string): Promise<boolean> {
    return stat(this.pathOf(digest)).then(
      () => true,
      () => false,
    );
  }

  /** A hard link rather than a rename: it fails where a file stands already, so that nothing is ever overwritten. */
  private async give(temporary: string, digest: string): Promise<void> {
    const path = this.pathOf(digest);
    const folder = dirname(path);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await link(temporary, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
    for (const each of [folder, dirname(folder), this.root]) await syncFolder(each);
    if (!(await isSound(path, digest))) throw new RuleViolation('evidence.digest-mismatch', { digest });
  }

  private pathOf(digest: string): string {
    if (!/^[0-9a-f]{64}$/.test(digest)) throw new RuleViolation('evidence.bad-digest', { digest });
    return join(this.root, digest.slice(0, 2), digest.slice(2, 4), digest);
  }
}

async function writeHashed(path: string, bytes: EvidenceBytes): Promise<StoredEvidence> {
  const hash = createHash('sha256');
  const file = await open(path, 'wx', 0o400);
  let size = 0;
  try {
    for await (const chunk of bytes instanceof Uint8Array ? [bytes] : bytes) {
      hash.update(chunk);
      size += chunk.byteLength;
      await writeWhole(file, chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { digest: hash.digest('hex'), size };
}

async function writeWhole(file: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let done = 0; done < chunk.byteLength;) done += (await file.write(chunk, done)).bytesWritten;
}

/** The new name must survive a power cut too, and that stands in the folder. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** What stood there already may have been damaged since; the caller learns it now and not in court. */
async function isSound(path: string, digest: string): Promise<boolean> {
  const hash = createHash('sha256');
  const file = await open(path, 'r');
  try {
    for await (const chunk of file.createReadStream({ autoClose: false })) hash.update(chunk as Buffer);
  } finally {
    await file.close();
  }
  return hash.digest('hex') === digest;
}
