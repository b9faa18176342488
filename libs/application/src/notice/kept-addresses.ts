/** The address of a content item, and the form of it by which it is compared. */
export interface KeptAddress {
  readonly id: string;
  readonly url: string;
  readonly canonicalUrl: string;
}

/** The addresses of all content items within a transaction; only their form for comparing can be written anew. */
export interface KeptAddresses {
  /** At most so many, in the order of their ids, after that one (null: from the first). */
  some(after: string | null, most: number): Promise<readonly KeptAddress[]>;
  /** Whether some notice, of anybody and however it ended, says that a minor may be seen at one of these canonical forms. */
  saidToShowMinor(canonicalUrls: readonly string[]): Promise<boolean>;
  respell(changed: readonly KeptAddress[]): Promise<void>;
}
