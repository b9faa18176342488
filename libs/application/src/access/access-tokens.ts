import type { Scope } from '#domain/access/scope.js';
import type { SignedIn } from './sessions.js';

/** A token as its person's account lists it. */
export interface TokenRow {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly madeAt: Date;
  readonly endsAt: Date;
  readonly revokedAt: Date | null;
  readonly lastUsedAt: Date | null;
  /** Whether it opens anything now. */
  readonly isGood: boolean;
}

/** Whose token it is and what it lends; a token that ended, was revoked or whose person was disabled is not found. */
export interface TokenBearer {
  readonly tokenId: string;
  readonly scopes: readonly Scope[];
  /** The token's id stands where a session's would, so that the log tells by which way they came. */
  readonly person: SignedIn;
}

/** Personal access tokens, to read; they are written through the write port. */
export abstract class AccessTokens {
  /** A person's own, newest first. */
  abstract of(userId: string): Promise<readonly TokenRow[]>;
  /** Who a token's digest stands for, by the database's clock. */
  abstract bearer(digest: string): Promise<TokenBearer | undefined>;
  /** Notes that it was used just now; at most once a minute is written. */
  abstract note(tokenId: string): Promise<void>;
}
