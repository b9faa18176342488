import type { Verification } from '#domain/report/verification.js';
import { openFolder } from '../bag/open-folder.js';
import { verifyCapture } from '../bag/verify-capture.js';

/** Checks a capture folder against its `manifest.json`. */
export async function verifyFolder(folder: string): Promise<Verification> {
  return verifyCapture(await openFolder(folder));
}
