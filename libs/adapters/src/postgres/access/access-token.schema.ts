import { EntitySchema } from 'typeorm';
import { AccessToken } from '#domain/access/access-token.js';

/** When a token was last used is nothing the token itself knows: it is noted beside, and never loaded with it. */
export const AccessTokenSchema = new EntitySchema<any>({
  name: 'AccessToken',
  target: AccessToken,
  tableName: 'access_tokens',
  columns: {
    id: { type: 'uuid', primary: true },
    userId: { name: 'user_id', type: 'uuid' },
    digest: { type: 'text' },
    name: { type: 'text' },
    scopes: { type: 'text', array: true },
    madeAt: { name: 'made_at', type: 'timestamptz' },
    endsAt: { name: 'ends_at', type: 'timestamptz' },
    _revokedAt: { name: 'revoked_at', type: 'timestamptz', nullable: true },
    lastUsedAt: { name: 'last_used_at', type: 'timestamptz', nullable: true, select: false },
    version: { type: 'int' },
  },
});
