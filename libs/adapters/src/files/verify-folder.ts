import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Fault, verification, type Verification } from '#domain/report/verification.js';

/** What the check needs of a capture's `manifest.json`: the artefacts it names with their SHA-256 in hex. */
interface CaptureManifest {
  readonly artefacts: readonly { readonly name: string; readonly sha256: string }[];
}

const MANIFEST = 'manifest.json';
/** Beside the manifest, and not in it, may stand what was made over it: time-stamp tokens and their chain. */
const OVER_THE_MANIFEST = /^(manifest\..*\.tsr|tsa-chain\.pem)$/;

/** Checks a capture folder: each artefact in its manifest has its digest, and no other file lies there. */
export async function verifyFolder(folder: string): Promise<Verification> {
  const manifest = await readManifest(join(folder, MANIFEST));
  if (!manifest) return verification('capture', { files: 0, faults: [{ code: 'not-a-bag', path: MANIFEST }] });
  const faults: Fault[] = [];
  const named = new Map(manifest.artefacts.map(({ name, sha256 }) => [name, sha256]));
  for (const [path, sha256] of named) {
    const found = await digestOf(join(folder, path));
    if (found === undefined) faults.push({ code: 'missing', path });
    else if (found !== sha256) faults.push({ code: 'digest-mismatch', path });
  }
  for (const path of await readdir(folder)) {
    if (path !== MANIFEST && !named.has(path) && !OVER_THE_MANIFEST.test(path)) faults.push({ code: 'extra', path });
  }
  return verification('capture', { files: named.size, faults });
}

async function readManifest(path: string): Promise<CaptureManifest | undefined> {
  try {
    const read = JSON.parse(await readFile(path, 'utf8')) as Partial<CaptureManifest> | null;
    return Array.isArray(read?.artefacts) && read.artefacts.every(isArtefact) ? (read as CaptureManifest) : undefined;
  } catch {
    return undefined;
  }
}

/** A plain file name: a manifest may not name a file outside its own folder. */
function isArtefact(entry: unknown): boolean {
  const { name, sha256 } = (entry ?? {}) as Record<string, unknown>;
  return typeof name === 'string' && /^[\w.-]+$/.test(name) && !/^\.+$/.test(name) && typeof sha256 === 'string';
}

async function digestOf(path: string): Promise<string | undefined> {
  const stats = await lstat(path).catch(() => undefined);
  if (!stats?.isFile()) return undefined;
  const digest = createHash('sha256');
  for await (const chunk of createReadStream(path)) digest.update(chunk as Buffer);
  return digest.digest('hex');
}
