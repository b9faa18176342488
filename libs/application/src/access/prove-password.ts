import { Injectable } from '@nestjs/common';
import type { User } from '#domain/access/user.js';
import { system } from '#domain/event.js';
import { Books } from '../books.js';
import { PasswordHasher } from './password-hasher.js';
import { Users } from './users.js';

/** Whether a password is the one of the person with this address; a wrong one and an unknown person take as long. */
@Injectable()
export class ProvePassword {
  constructor(
    private readonly users: Users,
    private readonly hasher: PasswordHasher,
    private readonly books: Books,
  ) {}

  /** The person, or nobody. */
  async run(email: string, password: string): Promise<User | undefined> {
    const user = await this.users.byEmail(email);
    const matches = await this.hasher.matches(password, user?.maySignIn ? user.passwordHash : null);
    if (!user || !matches) return undefined;
    await this.strengthen(user, password);
    return user;
  }

  /** A hash made with weaker parameters than today's is made anew while the password is at hand. */
  private async strengthen(user: User, password: string): Promise<void> {
    if (user.passwordHash === null || !this.hasher.isOutdated(user.passwordHash)) return;
    const hash = await this.hasher.hash(password);
    await this.books.change('users', { id: user.id, by: system('strengthen-password') }, (found) =>
      found.keepStronger(hash),
    );
  }
}
