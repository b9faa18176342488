import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/event.js';
import { Books } from '../books.js';

/** A new one-time link, to be shown once; the ones before it are worth nothing. */
export interface MadeLink {
  readonly secret: string;
  readonly endsAt: Date;
  readonly email: string;
  readonly name: string;
}

/** Makes a one-time link for somebody to choose a password by; withdraws it again. */
@Injectable()
export class MakeLink {
  constructor(private readonly books: Books) {}

  run(userId: string, by: Actor): Promise<MadeLink> {
    return this.books.together(by, async ({ users, waysIn }) => {
      const { email, name } = await users.change({ id: userId, quietly: true }, (user) => user.link());
      await waysIn.withdrawLinks(userId);
      return { email, name, ...(await waysIn.makeLink(userId)) };
    });
  }

  withdraw(userId: string, by: Actor): Promise<void> {
    return this.books.together(by, async ({ users, waysIn }) => {
      await users.change({ id: userId, quietly: true }, (user) => user.withdrawLink());
      await waysIn.withdrawLinks(userId);
    });
  }
}
