import { hkdfSync } from 'node:crypto';
import { KeyRing } from '#application/access/key-ring.js';
import type { InstallationKind } from '#domain/access/organisation.js';
import { keptKey } from '../files/kept-key.js';

/** The keys of an installation cannot be used; the message says what to do. */
export class KeyTrouble extends Error {
  readonly code = 'key.missing';
}

/** Derives by HKDF with SHA-256 (RFC 5869), the purpose being its `info`. */
export class HkdfKeyRing extends KeyRing {
  constructor(private readonly master: Uint8Array) {
    super();
  }

  derive(purpose: string): Uint8Array {
    return new Uint8Array(hkdfSync('sha256', this.master, 'seinpost', purpose, 32));
  }
}

/** What a live installation has before anybody gave it a key: the desk runs without what needs one, and says so. */
class NoKeyRing extends KeyRing {
  derive(): never {
    throw new KeyTrouble(
      'This live desk has no key; put what "seinpost key new" prints in a file of its own, readable by the desk ' +
        'alone, and name it in SEINPOST_KEY_FILE.',
    );
  }
}

/** The key given in the settings, else on a practice desk the one it keeps for itself in its folder. */
export function keyRingOf(desk: { kind: InstallationKind; key?: Uint8Array; var: string }): KeyRing {
  if (desk.key !== undefined) return new HkdfKeyRing(desk.key);
  return desk.kind === 'practice' ? new HkdfKeyRing(keptKey(desk.var)) : new NoKeyRing();
}
