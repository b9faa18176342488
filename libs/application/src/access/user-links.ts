import type { UserLink } from '#domain/access/user-link.js';

/** One-time links by which a person chooses a password; they are made and used through `Books`. */
export abstract class UserLinks {
  /** What is known of a link, with the database's clock. */
  abstract find(secret: string): Promise<{ link: UserLink | undefined; now: Date }>;
}
