import type { UserLink } from '#domain/access/user-link.js';

/** One-time links by which a person chooses a password; only the digest of a link's secret is kept. */
export abstract class UserLinks {
  /** Makes a link and returns its secret with the moment it stops working. */
  abstract make(userId: string): Promise<{ secret: string; endsAt: Date }>;
  /** What is known of a link, with the database's clock. */
  abstract find(secret: string): Promise<{ link: UserLink | undefined; now: Date }>;
  /** Marks a link as used; false when someone was first. */
  abstract use(secret: string): Promise<boolean>;
}
