/** Official refinement of a category (`KEYWORD_…`); `label` is the official English, `nl` our working translation. */
export interface Keyword {
  readonly code: string;
  readonly label: string;
  readonly nl: string;
  /** The category it refines; null for the two the official tree leaves out. */
  readonly category: string | null;
}
