import type { Anchor, Head } from '#domain/access/anchor.js';

/** The key that signs anchors; it comes from the key ring and never lies in the database. */
export abstract class AnchorSigner {
  /** Throws `key.missing` where the installation has no key. */
  abstract sign(head: Head, at: Date): Anchor;
  /** Whether the signature is ours, is not what it says it is, or was made by a key that is not here. */
  abstract judge(anchor: Anchor): 'ours' | 'forged' | 'other-key';
  /** What others check our anchors with: the key's name and the public key as PEM (SPKI). */
  abstract publicKey(): { readonly keyId: string; readonly pem: string };
}
