import { CommonPasswords } from '#application/access/common-passwords.js';
import { KnownDevices } from '#application/access/known-devices.js';

/** Browsers known in memory: their secret is the address they are known for. */
export class FakeKnownDevices extends KnownDevices {
  give(userId: string): Promise<string> {
    return Promise.resolve(`device of ${userId}`);
  }

  isKnown(secret: string, email: string): Promise<boolean> {
    return Promise.resolve(secret === email);
  }
}

/** A short list. */
export class FakeCommonPasswords extends CommonPasswords {
  has(text: string): boolean {
    return ['wachtwoord', 'password', 'elephant'].includes(text);
  }
}
