import { Injectable } from '@nestjs/common';
import { AccessToken, type TokenWish } from '#domain/access/access-token.js';
import type { Actor } from '#domain/event.js';
import { Books } from '../books.js';
import { Clock } from '../clock.js';
import { Digests } from '../digests.js';
import { Identities } from '../identities.js';
import { tokenDigest } from './recognise-token.js';

/** By what a secret found lying about is known as one of ours. */
const MARK = 'seinpost_';

/** A person makes a token; its secret is told once and never kept. */
@Injectable()
export class MakeToken {
  constructor(
    private readonly books: Books,
    private readonly clock: Clock,
    private readonly identities: Identities,
    private readonly digests: Digests,
  ) {}

  async run(wish: TokenWish, by: Actor & { readonly kind: 'user' }): Promise<{ token: AccessToken; secret: string }> {
    const secret = `${MARK}${this.identities.token()}${this.identities.token()}`;
    const identity = { id: this.identities.id(), userId: by.userId, digest: tokenDigest(this.digests, secret) };
    const token = AccessToken.make(identity, wish, this.clock.now());
    await this.books.together(by, (books) => books.tokens.add(token, token.announce()));
    return { token, secret };
  }
}
