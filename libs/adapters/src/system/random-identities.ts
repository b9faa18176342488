import { randomBytes } from 'node:crypto';
import { Identities } from '#application/identities.js';

/** Ids and tokens from the machine's source of randomness. */
export class RandomIdentities extends Identities {
  /** UUID version 7 (RFC 9562): 48 bits of milliseconds, then random bits. */
  id(): string {
    const bytes = randomBytes(16);
    bytes.writeUIntBE(Date.now(), 0, 6);
    bytes[6] = (bytes[6]! & 0x0f) | 0x70;
    bytes[8] = (bytes[8]! & 0x3f) | 0x80;
    const hex = bytes.toString('hex');
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  }

  token(): string {
    return randomBytes(16).toString('hex');
  }
}
