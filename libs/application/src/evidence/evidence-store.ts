/** What was stored: the digest is the name under which it is found again. */
export interface StoredEvidence {
  /** SHA-256, 64 lower-case hex digits. */
  readonly digest: string;
  /** Bytes. */
  readonly size: number;
}

/** Bytes as they come: whole, or as a stream. */
export type EvidenceBytes = Uint8Array | AsyncIterable<Uint8Array>;

/** Keeps bytes under their digest. What is stored is never overwritten, and never given out altered. */
export abstract class EvidenceStore {
  /** Stores the bytes; the same bytes twice are one stored thing. Resolves when they would survive a power cut. */
  abstract put(bytes: EvidenceBytes): Promise<StoredEvidence>;

  /** The bytes, checked against the digest; refuses `evidence.missing` and `evidence.digest-mismatch`. */
  abstract read(digest: string): Promise<Uint8Array>;

  /** True when something is stored under the digest; says nothing about its soundness. */
  abstract has(digest: string): Promise<boolean>;
}
