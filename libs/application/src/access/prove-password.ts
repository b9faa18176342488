import { Injectable } from '@nestjs/common';
import type { User } from '#domain/access/user.js';
import { system } from '#domain/event.js';
import { Books } from '../books.js';
import { PasswordHasher } from './password-hasher.js';
import { SignInCounter } from './sign-in-counter.js';
import { Users } from './users.js';

/** How a password was judged; a refusal names the account it was tried on, which only the log may know. */
export type PasswordJudged =
  | { readonly kind: 'right'; readonly userId: string }
  | { readonly kind: 'refused'; readonly userId: string | null }
  | { readonly kind: 'wait'; readonly seconds: number };

/** Judges a password, with the same work for an address nobody has, and slows down who tries too often. */
@Injectable()
export class ProvePassword {
  constructor(
    private readonly users: Users,
    private readonly hasher: PasswordHasher,
    private readonly counter: SignInCounter,
    private readonly books: Books,
  ) {}

  async run(claim: { email: string; password: string; address: string }): Promise<PasswordJudged> {
    const email = claim.email.trim().toLowerCase();
    const seconds = await this.counter.count(email, claim.address);
    if (seconds > 0) return { kind: 'wait', seconds };
    const user = await this.users.byEmail(email);
    const matches = await this.hasher.matches(claim.password, user?.maySignIn ? user.passwordHash : null);
    if (!user || !matches) return { kind: 'refused', userId: user?.id ?? null };
    await this.counter.forget(email, claim.address);
    await this.strengthen(user, claim.password);
    return { kind: 'right', userId: user.id };
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
