/** The installation's keys, one for each purpose, all derived from the one master key that never lies in the database. */
export abstract class KeyRing {
  /**
   * The 32 bytes for this purpose (`audit anchors`, `search terms`), always the same on one installation; knowing one
   * tells nothing of another. Throws `KeyTrouble` (`key.missing`) on a live installation that was given no key.
   */
  abstract derive(purpose: string): Uint8Array;
}
