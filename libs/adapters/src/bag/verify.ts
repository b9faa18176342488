import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { RuleViolation } from '#domain/rule-violation.js';
import { verification, type Verification } from '#domain/report/verification.js';
import { NotABag, type BagFiles } from './bag-files.js';
import { DECLARATION, MANIFEST } from './bag-format.js';
import { openFolder } from './open-folder.js';
import { openZip } from './open-zip.js';
import { verifyBag } from './verify-bag.js';
import { CAPTURE_MANIFEST, verifyCapture } from './verify-capture.js';

/** Checks a bag or a capture, zipped or in a folder, by what is in it: `bagit.txt` first, else `manifest.json`. */
export async function verify(given: string): Promise<Verification> {
  const path = resolve(given);
  const stats = await stat(path).catch(() => undefined);
  if (!stats) throw new RuleViolation('verify.not-found', { path: given });
  try {
    return await verifyOpened(path, stats.isDirectory() ? await openFolder(path) : await openZip(path));
  } catch (error) {
    if (!(error instanceof NotABag)) throw error;
    return verification('unknown', { files: 0, faults: [{ code: 'not-a-bag', path: error.path }] });
  }
}

async function verifyOpened(path: string, opened: BagFiles): Promise<Verification> {
  try {
    if (isBag(opened)) return await verifyBag(opened);
    if (opened.files.has(CAPTURE_MANIFEST)) return await verifyCapture(opened);
    throw new NotABag(basename(path), 'has neither bagit.txt nor manifest.json');
  } finally {
    opened.close();
  }
}

/** Without the declaration it may still be a bag that lost it: then the fault is the missing file. */
function isBag(bag: BagFiles): boolean {
  return bag.files.has(DECLARATION) || bag.files.has(MANIFEST);
}
