/** Keys that never lie in the database; each follows from one master key and the purpose it serves. */
export abstract class KeyRing {
  /** The 32 bytes for a purpose, e.g. `password-pepper`; the same purpose always gives the same bytes. */
  abstract derive(purpose: string): Uint8Array;
}
