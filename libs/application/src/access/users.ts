import type { User } from '#domain/access/user.js';
import type { Actor, DomainEvent } from '#domain/event.js';

/** The people who work at the desk. */
export abstract class Users {
  /** By the address as `tidyEmail` writes it. */
  abstract byEmail(email: string): Promise<User | undefined>;
  abstract byId(userId: string): Promise<User | undefined>;
  /** Keeps a new person and what happened in one transaction; refuses a second one with the same address. */
  abstract add(added: { user: User; event: DomainEvent }, by: Actor): Promise<void>;
  /** Locks the row, lets the person's verb act, keeps both the person and what happened in one transaction. */
  abstract change(which: { id: string; by: Actor }, verb: (user: User) => DomainEvent): Promise<void>;
  /** An id for a new person. */
  abstract nextId(): string;
}
