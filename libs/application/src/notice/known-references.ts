/** References that are taken. */
export abstract class KnownReferences {
  /** Those of the given ones that a notice has already. */
  abstract among(references: readonly string[]): Promise<ReadonlySet<string>>;
}
