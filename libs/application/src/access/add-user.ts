import { Injectable } from '@nestjs/common';
import { User, type NewUser } from '#domain/access/user.js';
import type { Actor } from '#domain/event.js';
import { Books } from '../books.js';
import { Identities } from '../identities.js';

/** What an operator gets back: the secret of the one-time link and when it stops working. */
export interface AddedUser {
  readonly userId: string;
  readonly email: string;
  readonly role: string;
  readonly secret: string;
  readonly endsAt: Date;
}

/** An administrator adds a person, who then chooses a password by a one-time link. */
@Injectable()
export class AddUser {
  constructor(
    private readonly books: Books,
    private readonly identities: Identities,
  ) {}

  run(person: Omit<NewUser, 'id'>, by: Actor): Promise<AddedUser> {
    const { user, event } = User.add({ ...person, id: this.identities.id() });
    return this.books.together(by, async ({ users, waysIn }) => {
      await users.add(user, event);
      return { userId: user.id, email: user.email, role: user.role, ...(await waysIn.makeLink(user.id)) };
    });
  }
}
