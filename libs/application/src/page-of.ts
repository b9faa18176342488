/** One page of a list, and how long the list is. */
export interface PageOf<T> {
  readonly rows: readonly T[];
  readonly total: number;
}

/** Which page; numbers from 1. */
export interface WhichPage {
  readonly page: number;
  readonly size: number;
}
