import { Injectable } from '@nestjs/common';
import { User } from '#domain/access/user.js';
import type { Actor } from '#domain/event.js';
import { UserLinks } from './user-links.js';
import { Users } from './users.js';

/** What an operator gets back: the secret of the one-time link and when it stops working. */
export interface AddedUser {
  readonly email: string;
  readonly role: string;
  readonly secret: string;
  readonly endsAt: Date;
}

/** An administrator adds a person, who then chooses a password by a one-time link. */
@Injectable()
export class AddUser {
  constructor(
    private readonly users: Users,
    private readonly links: UserLinks,
  ) {}

  async run(person: { email: string; name: string; role: string }, by: Actor): Promise<AddedUser> {
    const added = User.add({ ...person, id: this.users.nextId() });
    await this.users.add(added, by);
    const link = await this.links.make(added.user.id);
    return { email: added.user.email, role: added.user.role, ...link };
  }
}
