import { Injectable } from '@nestjs/common';
import { Digests } from '../digests.js';
import { AccessTokens, type TokenBearer } from './access-tokens.js';

/** Says whose program is behind a request, from the token it brings. */
@Injectable()
export class RecogniseToken {
  constructor(
    private readonly tokens: AccessTokens,
    private readonly digests: Digests,
  ) {}

  async run(secret: string): Promise<TokenBearer | undefined> {
    const bearer = await this.tokens.bearer(tokenDigest(this.digests, secret));
    if (bearer) await this.tokens.note(bearer.tokenId);
    return bearer;
  }
}

/** What is kept of a token: 256 random bits need no slow hash. */
export const tokenDigest = (digests: Digests, secret: string): string =>
  digests.sha256(new TextEncoder().encode(secret));
