import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/event.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { Books } from '../books.js';
import { Clock } from '../clock.js';

/** A person ends a token of their own. */
@Injectable()
export class RevokeToken {
  constructor(
    private readonly books: Books,
    private readonly clock: Clock,
  ) {}

  async run(id: string, by: Actor & { readonly kind: 'user' }): Promise<void> {
    await this.books.change('tokens', { id, by }, (token) => {
      // Somebody else's token is not there for this person.
      if (token.userId !== by.userId) throw new RuleViolation('token.not-found', { id });
      return token.revoke(this.clock.now());
    });
  }
}
