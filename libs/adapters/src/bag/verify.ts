import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { RuleViolation } from '#domain/rule-violation.js';
import { verification, type Verification } from '#domain/report/verification.js';
import { verifyFolder } from '../files/verify-folder.js';
import { NotABag, type BagFiles } from './bag-files.js';
import { DECLARATION } from './bag-format.js';
import { openFolder } from './open-folder.js';
import { openZip } from './open-zip.js';
import { verifyBag } from './verify-bag.js';

/** Checks a zipped or unpacked bag, or a capture folder, by what is in it: `bagit.txt` first, else `manifest.json`. */
export async function verify(given: string): Promise<Verification> {
  const path = resolve(given);
  const stats = await stat(path).catch(() => undefined);
  if (!stats) throw new RuleViolation('verify.not-found', { path: given });
  try {
    return stats.isDirectory() ? await verifyAnyFolder(path) : await verifyZip(path);
  } catch (error) {
    if (!(error instanceof NotABag)) throw error;
    return verification('unknown', { files: 0, faults: [{ code: 'not-a-bag', path: error.path }] });
  }
}

async function verifyZip(path: string): Promise<Verification> {
  return closing(await openZip(path), (bag) => {
    if (!isBag(bag)) throw new NotABag(basename(path), 'has no bagit.txt');
    return verifyBag(bag);
  });
}

async function verifyAnyFolder(path: string): Promise<Verification> {
  return closing(await openFolder(path), (bag) => {
    if (isBag(bag)) return verifyBag(bag);
    if (bag.files.has('manifest.json')) return verifyFolder(path);
    throw new NotABag(basename(path), 'has neither bagit.txt nor manifest.json');
  });
}

/** Without the declaration it may still be a bag that lost it: then the fault is the missing file. */
function isBag(bag: BagFiles): boolean {
  return bag.files.has(DECLARATION) || bag.files.has('manifest-sha256.txt');
}

async function closing<T>(bag: BagFiles, use: (bag: BagFiles) => Promise<T> | T): Promise<T> {
  try {
    return await use(bag);
  } finally {
    bag.close();
  }
}
