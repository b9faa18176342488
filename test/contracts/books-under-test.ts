import type { Books } from '#application/books.js';
import type { Actor, DomainEvent } from '#domain/event.js';

/** Books under test, and a look at what they recorded. */
export interface BooksUnderTest {
  readonly books: Books;
  readonly events: () => Promise<readonly (DomainEvent & { readonly by: Actor })[]>;
  readonly jobs: () => Promise<
    readonly { readonly reaction: string; readonly eventKind: string; readonly startAfterSeconds: number }[]
  >;
  readonly close: () => Promise<void>;
}
