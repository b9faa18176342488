import { type Fault, verification, type Verification } from '#domain/report/verification.js';
import { readText, type BagFiles, type FoundFile } from './bag-files.js';
import * as format from './bag-format.js';
import { compare } from './digests.js';
import { artefactsIn, CAPTURE_MANIFEST } from './verify-capture.js';

/** Text that is no manifest, declaration or label; what the file lacks is named by its digest. */
const UNREADABLE = '?';

/** Checks every digest of a bag and that nothing is missing or added (RFC 8493 §3). Needs nothing but the files. */
export async function verifyBag({ files }: BagFiles): Promise<Verification> {
  const faults: Fault[] = [];
  const payload = await manifest(files, format.MANIFEST, faults);
  const tags = await manifest(files, format.TAG_MANIFEST, faults);
  for (const [path, sha256] of [...payload, ...tags]) {
    const fault = await compare(files.get(path), path, sha256);
    if (fault) faults.push(fault);
  }
  for (const path of files.keys()) {
    const listed = payload.has(path) || tags.has(path) || path === format.TAG_MANIFEST;
    if (!listed) faults.push({ code: 'extra', path });
  }
  faults.push(...(await captureFaults(files, payload)), ...(await formFaults(files)));
  return verification('bag', { files: payload.size, faults });
}

/** The digests of one manifest; where it is missing or unreadable a fault is added and the list is empty. */
async function manifest(files: BagFiles['files'], path: string, faults: Fault[]): Promise<format.Digests> {
  const file = files.get(path);
  if (!file) {
    faults.push({ code: 'missing', path });
    return new Map();
  }
  const digests = format.readManifest((await readText(file)) ?? UNREADABLE);
  const inPlace = digests && [...digests.keys()].every((each) => each.startsWith('data/') === isPayload(path));
  if (!digests || !inPlace) faults.push({ code: 'not-a-bag', path });
  return inPlace ? digests : new Map();
}

function isPayload(manifestPath: string): boolean {
  return manifestPath === format.MANIFEST;
}

/** Captures among the evidence have lists of their own: where one names a file that is here, both must say the same. */
async function captureFaults(files: BagFiles['files'], payload: format.Digests): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const [path, file] of files) {
    if (!/^data\/evidence\/.*\/manifest\.json$/.test(path)) continue;
    const folder = path.slice(0, -CAPTURE_MANIFEST.length);
    for (const [name, sha256] of (await artefactsIn(file)) ?? []) {
      const bagged = payload.get(folder + name);
      if (bagged !== undefined && bagged !== sha256) faults.push({ code: 'digest-mismatch', path: folder + name });
    }
  }
  return faults;
}

/** What makes it a bag: the declaration to the letter, and a payload of the size that bag-info.txt names. */
async function formFaults(files: BagFiles['files']): Promise<Fault[]> {
  const faults: Fault[] = [];
  const declaration = files.get(format.DECLARATION);
  if (!declaration || !isDeclaration((await readText(declaration)) ?? UNREADABLE)) {
    faults.push({ code: 'not-a-bag', path: format.DECLARATION });
  }
  const info = files.get(format.BAG_INFO);
  const oxum = info && format.payloadOxum((await readText(info)) ?? UNREADABLE);
  if (oxum && (oxum.bytes !== payloadBytes(files) || oxum.files !== payloadFiles(files).length)) {
    faults.push({ code: 'not-a-bag', path: format.BAG_INFO });
  }
  return faults;
}

function isDeclaration(text: string): boolean {
  return /^BagIt-Version: (0\.97|1\.0)\r?\nTag-File-Character-Encoding: UTF-8\r?\n?$/.test(text);
}

function payloadFiles(files: BagFiles['files']): FoundFile[] {
  return [...files.values()].filter(({ path }) => path.startsWith('data/'));
}

function payloadBytes(files: BagFiles['files']): number {
  return payloadFiles(files).reduce((sum, { bytes }) => sum + bytes, 0);
}
