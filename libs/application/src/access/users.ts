import type { User } from '#domain/access/user.js';

/** The people who work at the desk, to read; they are written through `Books`. */
export abstract class Users {
  /** By the address as `tidyEmail` writes it. */
  abstract byEmail(email: string): Promise<User | undefined>;
  abstract byId(userId: string): Promise<User | undefined>;
}
