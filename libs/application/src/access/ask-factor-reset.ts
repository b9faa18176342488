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
    const isAsked = (await this.people.openResets()).some((reset) => reset.userId === userId);
    if (isAsked) throw new RuleViolation('access.reset-asked-already');
    await this.books.together(by, async (books) => {
      await books.users.get(userId);
      const asked = { id: this.identities.id(), userId, askedBy: by.userId, askedAt: await books.now() };
      const { reset, event } = FactorReset.ask(asked);
      await books.factorResets.add(reset, event);
    });
  }
}
