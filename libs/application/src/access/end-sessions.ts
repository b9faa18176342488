import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/event.js';
import { Books } from '../books.js';

/** An administrator ends all sessions of somebody, who may sign in anew. */
@Injectable()
export class EndSessions {
  constructor(private readonly books: Books) {}

  run(userId: string, by: Actor): Promise<void> {
    return this.books.together(by, async ({ users, waysIn }) => {
      await users.change({ id: userId, quietly: true }, (user) => user.signOutEverywhere());
      await waysIn.endSessions(userId);
    });
  }
}
