import type { Capture } from '#domain/evidence/capture.js';

/** A file of a capture once it is in the store. */
export interface StoredArtefact {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly mediaType: string;
  readonly size: number;
  readonly digest: string;
  readonly madeWith: string;
}

/** The place where the browser leaves a capture's files until they are in the evidence store. */
export abstract class Spool {
  /** `host:port` pairs of private addresses that may be captured. */
  abstract readonly allow: readonly string[];
  /** An empty folder for the capture; what an interrupted try left there is thrown away. */
  abstract folder(captureId: string): Promise<string>;
  /** Moves the files of the capture, its manifest among them, into the evidence store; none for one that made no files. */
  abstract store(capture: Capture): Promise<readonly StoredArtefact[]>;
  abstract clear(captureId: string): Promise<void>;
}
