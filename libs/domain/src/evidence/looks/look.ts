/** Looks at a file as it comes, piece by piece; throws a rule as soon as it is not what it must be. */
export interface Look {
  read(bytes: Uint8Array): void;
  /** The file is over. */
  end(): void;
}
