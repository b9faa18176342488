import { Injectable } from '@nestjs/common';
import { FactorReset } from '#domain/access/factor-reset.js';
import type { Actor } from '#domain/event.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { Books } from '../books.js';
import { Identities } from '../identities.js';
import { PeopleList } from './people-list.js';

/** An administrator asks that somebody's second factors be taken away; another one must confirm it. */
@Injectable()
export class AskFactorReset {
  constructor(
    private readonly books: Books,
    private readonly people: PeopleList,
    private readonly identities: Identities,
  ) {}

  /** Refuses `access.reset-asked-already` while a request for the same person waits. */
  async run(userId: string, by: Actor & { readonly kind: 'user' }): Promise<void> {
    const last = await this.people.askedReset(userId);
    if (last && !last.isOver) throw new RuleViolation('access.reset-asked-already');
    await this.books.together(by, async (books) => {
      await books.users.get(userId);
      const askedAt = await books.now();
      if (last) await books.factorResets.change({ id: last.id }, (reset) => reset.lapse(by.userId, askedAt));
      const { reset, event } = FactorReset.ask({ id: this.identities.id(), userId, askedBy: by.userId, askedAt });
      await books.factorResets.add(reset, event);
    });
  }
}
