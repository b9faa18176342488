import type { INestApplicationContext } from '@nestjs/common';
import { KeyRing } from '#application/access/key-ring.js';

/** Throws `KeyTrouble` (`key.missing`) and lets go of everything where a live desk comes up without its key. */
export async function demandKey(app: INestApplicationContext): Promise<void> {
  try {
    app.get(KeyRing).derive('start');
  } catch (trouble) {
    await app.close();
    throw trouble;
  }
}
