import type { INestApplicationContext } from '@nestjs/common';
import { Installation } from '#application/access/installation.js';
import { KeyRing } from '#application/access/key-ring.js';
import { refuseDoubts, type Doubt } from '../settings/doubts.js';

/**
 * Throws (`key.missing`, `settings.unsafe`) and lets go of everything where a live desk comes up without its key, or with
 * secrets that are none.
 */
export async function demandSecrets(app: INestApplicationContext, doubts: readonly Doubt[] = []): Promise<void> {
  try {
    refuseDoubts(await app.get(Installation).kind(), doubts);
    app.get(KeyRing).derive('start');
  } catch (trouble) {
    await app.close();
    throw trouble;
  }
}
