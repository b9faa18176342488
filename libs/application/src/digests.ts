/** The fingerprint of bytes. */
export abstract class Digests {
  /** SHA-256 (FIPS 180-4), 64 hexadecimal digits. */
  abstract sha256(bytes: Uint8Array): string;
}
