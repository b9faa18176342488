import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/event.js';
import { Books, type Which } from '../books.js';

/** Ends somebody's access for a reason: their sessions and links end with it, in one transaction. */
@Injectable()
export class DisableUser {
  constructor(private readonly books: Books) {}

  run({ reason, by, ...which }: Which & { readonly reason: string; readonly by: Actor }): Promise<void> {
    return this.books.together(by, async (books) => {
      const administrators = await books.lockAdministrators();
      const changer = { userId: by.kind === 'user' ? by.userId : null, administrators };
      await books.users.change(which, (user) => user.disable(reason, changer));
      await books.waysIn.endSessions(which.id);
      await books.waysIn.withdrawLinks(which.id);
    });
  }
}
