import { type Fault, verification, type Verification } from '#domain/report/verification.js';
import { readText, type BagFiles, type FoundFile } from './bag-files.js';
import { isSafePath } from './bag-format.js';
import { compare } from './digests.js';

/** A capture's own list of what it consists of. */
export const CAPTURE_MANIFEST = 'manifest.json';
/** Beside the manifest, and not in it, may stand what was made over it: time-stamp tokens and their chain. */
const OVER_THE_MANIFEST = /^(manifest\..*\.tsr|tsa-chain\.pem)$/;

/** Checks a capture: each artefact in its manifest has its digest, and no other file lies beside it. */
export async function verifyCapture({ files }: BagFiles): Promise<Verification> {
  const digests = await artefactsIn(files.get(CAPTURE_MANIFEST));
  if (!digests) return verification('capture', { files: 0, faults: [{ code: 'not-a-bag', path: CAPTURE_MANIFEST }] });
  const faults: Fault[] = [];
  for (const [path, sha256] of digests) {
    const fault = await compare(files.get(path), path, sha256);
    if (fault) faults.push(fault);
  }
  for (const path of files.keys()) {
    const belongs = path === CAPTURE_MANIFEST || digests.has(path) || OVER_THE_MANIFEST.test(path);
    if (!belongs) faults.push({ code: 'extra', path });
  }
  return verification('capture', { files: digests.size, faults });
}

/** SHA-256 by name of the artefacts a capture's manifest lists; `undefined` when it is not such a manifest. */
export async function artefactsIn(manifest: FoundFile | undefined): Promise<ReadonlyMap<string, string> | undefined> {
  const listed = read(manifest && (await readText(manifest)));
  return listed && new Map(listed.map(({ name, sha256 }) => [name, sha256]));
}

function read(text: string | undefined): { name: string; sha256: string }[] | undefined {
  try {
    const { artefacts } = JSON.parse(text ?? '') as { artefacts?: unknown };
    return Array.isArray(artefacts) && artefacts.every(isArtefact) ? artefacts : undefined;
  } catch {
    return undefined; // not JSON, or JSON that is no object
  }
}

/** A manifest may not name a file outside its own folder. */
function isArtefact(entry: unknown): entry is { name: string; sha256: string } {
  const { name, sha256 } = (entry ?? {}) as Record<string, unknown>;
  return typeof name === 'string' && isSafePath(name) && typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256);
}
