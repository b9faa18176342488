import type { DomainEvent } from '../event.js';
import { RuleViolation } from '../rule-violation.js';
import { isScope, type Scope } from './scope.js';

/** A token works for a year at most; whoever needs it longer makes a new one. */
export const TOKEN_LONGEST_DAYS = 365;
export const TOKEN_NAME_MAXIMUM = 60;

const DAY = 86_400_000;

/** What a person asks for: a name to know it by, what it may do, and for how many days. */
export interface TokenWish {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly days: number;
}

/** A key by which a program acts for one person, never for more than that person may do; only its digest is kept. */
export class AccessToken {
  readonly id!: string;
  readonly userId!: string;
  /** SHA-256 of the secret, in hex. */
  readonly digest!: string;
  readonly name!: string;
  readonly scopes!: readonly Scope[];
  readonly madeAt!: Date;
  readonly endsAt!: Date;
  readonly version!: number;
  private _revokedAt: Date | null = null;

  private constructor() {}

  /** Refuses a wish without a name, without a scope, or for too long. */
  static make(identity: { id: string; userId: string; digest: string }, wish: TokenWish, at: Date): AccessToken {
    const name = wish.name.trim();
    if (name === '' || name.length > TOKEN_NAME_MAXIMUM) throw new RuleViolation('token.name-missing');
    const endsAt = new Date(at.getTime() + checkedDays(wish.days) * DAY);
    const scopes = checkedScopes(wish.scopes);
    return Object.assign(new AccessToken(), identity, { name, scopes, madeAt: at, endsAt, version: 1 });
  }

  get revokedAt(): Date | null {
    return this._revokedAt;
  }

  /** Whether it opens anything at a moment. */
  isGood(at: Date): boolean {
    return this._revokedAt === null && at < this.endsAt;
  }

  /** What the log says of a new one. */
  announce(): DomainEvent {
    return this.happened('token-made', { scopes: this.scopes, endsAt: this.endsAt.toISOString() });
  }

  /** Ends it for good; ending it twice is refused. */
  revoke(at: Date): DomainEvent {
    if (this._revokedAt !== null) throw new RuleViolation('token.revoked');
    this._revokedAt = at;
    return this.happened('token-revoked');
  }

  private happened(kind: string, facts: DomainEvent['facts'] = {}): DomainEvent {
    return { kind, subject: 'token', subjectId: this.id, facts: { userId: this.userId, ...facts } };
  }
}

function checkedScopes(words: readonly string[]): Scope[] {
  const unknown = words.find((word) => !isScope(word));
  if (unknown !== undefined) throw new RuleViolation('token.scope-unknown', { scope: unknown });
  if (words.length === 0) throw new RuleViolation('token.scope-missing');
  return [...new Set(words.filter(isScope))];
}

function checkedDays(days: number): number {
  const isRight = Number.isInteger(days) && days >= 1 && days <= TOKEN_LONGEST_DAYS;
  if (!isRight) throw new RuleViolation('token.days-out-of-range', { most: TOKEN_LONGEST_DAYS });
  return days;
}
