import { Injectable } from '@nestjs/common';
import type { Actor, DomainEvent } from '#domain/event.js';
import { Books, type Which } from '../books.js';

/** What somebody does here from now on, and for which teams. */
export interface Assignment {
  readonly role: string;
  readonly lines: readonly string[];
  readonly inTraining: boolean;
}

/** Gives somebody another role, other teams; their sessions, which were opened with other rights, end. */
@Injectable()
export class AssignUser {
  constructor(private readonly books: Books) {}

  run({ role, lines, inTraining, by, ...which }: Which & Assignment & { readonly by: Actor }): Promise<void> {
    return this.books.together(by, async (books) => {
      const administrators = await books.lockAdministrators();
      const changer = { userId: by.kind === 'user' ? by.userId : null, administrators };
      let rights: DomainEvent[] = [];
      await books.users.change(which, (user) => {
        rights = [user.changeRole(role, changer), user.changeLines(lines)].filter((event) => event !== undefined);
        return user.inTraining === inTraining ? rights : [...rights, user.train(inTraining)];
      });
      if (rights.length > 0) await books.waysIn.endSessions(which.id);
    });
  }
}
