import { createHash } from 'node:crypto';
import { Digests } from '#application/digests.js';

/** Digests by Node's own crypto. */
export class NodeDigests extends Digests {
  sha256(bytes: Uint8Array): string {
    return createHash('sha256').update(bytes).digest('hex');
  }
}
