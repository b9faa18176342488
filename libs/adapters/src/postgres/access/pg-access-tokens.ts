import type { DataSource } from 'typeorm';
import { AccessTokens, type TokenBearer, type TokenRow } from '#application/access/access-tokens.js';
import type { SignedIn } from '#application/access/sessions.js';
import type { Scope } from '#domain/access/scope.js';

type Row = Omit<SignedIn, 'sessionId' | 'hasRemark'> & { readonly tokenId: string; readonly scopes: readonly Scope[] };

/** One look-up per request, by the database's clock; whoever was disabled is not found. */
const BEARER = `
  select t.id as "tokenId", t.scopes, u.id as "userId", u.email, u.name, u.role, u.lines, u.language, u.theme,
         u.shortcuts
    from access_tokens t join users u on u.id = t.user_id
   where t.digest = $1 and t.revoked_at is null and t.ends_at > now() and not u.disabled`;

/** Personal access tokens from PostgreSQL. */
export class PgAccessTokens extends AccessTokens {
  constructor(private readonly db: DataSource) {
    super();
  }

  of(userId: string): Promise<readonly TokenRow[]> {
    return this.db.query(
      `select id, name, scopes, made_at as "madeAt", ends_at as "endsAt", revoked_at as "revokedAt",
              last_used_at as "lastUsedAt", revoked_at is null and ends_at > now() as "isGood"
         from access_tokens where user_id = $1 order by made_at desc, id limit 100`,
      [userId],
    );
  }

  async bearer(digest: string): Promise<TokenBearer | undefined> {
    const [row]: Row[] = await this.db.query(BEARER, [digest]);
    if (!row) return undefined;
    const { tokenId, scopes, ...person } = row;
    return { tokenId, scopes, person: { ...person, sessionId: tokenId, hasRemark: false } };
  }

  async note(tokenId: string): Promise<void> {
    await this.db.query(
      `update access_tokens set last_used_at = now()
        where id = $1 and (last_used_at is null or last_used_at < now() - interval '1 minute')`,
      [tokenId],
    );
  }
}
