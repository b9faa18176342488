/** One payload file of a bag; `path` is relative to `data/`, `content` is opened once, when its turn comes. */
export interface BagFile {
  readonly path: string;
  readonly content: () => AsyncIterable<Uint8Array>;
  /** What our records say about it; other bytes than these stop the bag. */
  readonly recorded?: { readonly sha256: string; readonly bytes: number };
}

/** Everything a bag is made of; `at` is the only time in it. */
export interface BagContents {
  /** Name of the one folder in the zip. */
  readonly name: string;
  /** Labels and values of bag-info.txt (RFC 8493 §2.2.2) in this order; Payload-Oxum is added by the writer. */
  readonly info: readonly (readonly [label: string, value: string])[];
  readonly files: readonly BagFile[];
  readonly at: Date;
}

/** The zip as it was kept: its absolute path, its SHA-256 in hex, and how many payload files it holds. */
export interface WrittenBag {
  readonly file: string;
  readonly sha256: string;
  readonly files: number;
}

/** Writes a zipped bag: the same contents and `at` give the same bytes, and never half a file under the final name. */
export abstract class BagWriter {
  abstract write(contents: BagContents, out: string): Promise<WrittenBag>;
}
