import { Injectable } from '@nestjs/common';
import type { Actor, DomainEvent } from '#domain/event.js';
import { Books, type Which } from '../books.js';

/** What somebody does here from now on. */
export interface Assignment {
  readonly role: string;
  readonly inTraining: boolean;
}

/** Gives somebody another role; their sessions, which were opened with other rights, end. */
@Injectable()
export class AssignUser {
  constructor(private readonly books: Books) {}

  run({ role, inTraining, by, ...which }: Which & Assignment & { readonly by: Actor }): Promise<void> {
    return this.books.together(by, async ({ users, waysIn, lockAdministrators }) => {
      const changer = { userId: by.kind === 'user' ? by.userId : null, administrators: await lockAdministrators() };
      let changed: DomainEvent | undefined;
      await users.change(which, (user) => {
        changed = user.changeRole(role, changer);
        const trained = user.inTraining === inTraining ? [] : [user.train(inTraining)];
        return [...(changed ? [changed] : []), ...trained];
      });
      if (changed) await waysIn.endSessions(which.id);
    });
  }
}
