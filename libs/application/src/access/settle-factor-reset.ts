import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/event.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { Books } from '../books.js';
import { beginAnew } from './begin-anew.js';
import type { MadeLink } from './make-link.js';

/** A second administrator confirms a reset, after which the person begins anew by a link; or takes the request back. */
@Injectable()
export class SettleFactorReset {
  constructor(private readonly books: Books) {}

  /** `of` is the person it was asked for; a request for somebody else is not there. */
  confirm(resetId: string, of: string, by: Actor & { readonly kind: 'user' }): Promise<MadeLink> {
    return this.books.together(by, async (books) => {
      const { userId } = await books.factorResets.get(resetId);
      if (userId !== of) throw new RuleViolation('factor-reset.not-found', { id: resetId });
      const administrators = (await books.lockAdministrators()).map(({ id }) => id);
      const link = await beginAnew(books, userId);
      const now = await books.now();
      await books.factorResets.change({ id: resetId }, (reset) => reset.confirm(by.userId, now, administrators));
      return link;
    });
  }

  withdraw(resetId: string, by: Actor & { readonly kind: 'user' }): Promise<void> {
    return this.books.together(by, async (books) => {
      const at = await books.now();
      await books.factorResets.change({ id: resetId }, (reset) => reset.withdraw(by.userId, at));
    });
  }
}
