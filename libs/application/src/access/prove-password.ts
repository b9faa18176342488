import { Injectable } from '@nestjs/common';
import { tryKeys } from '#domain/access/sign-in-tries.js';
import type { User } from '#domain/access/user.js';
import { system } from '#domain/event.js';
import { Books } from '../books.js';
import { PasswordHasher } from './password-hasher.js';
import { SignInCounter } from './sign-in-counter.js';
import { Users } from './users.js';

/** A password to judge: whose, from where, and the secret of the browser when it is known for that person. */
export interface PasswordClaim {
  readonly email: string;
  readonly password: string;
  readonly address: string;
  readonly knownDevice: string | null;
}

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

  async run({ email, password, address, knownDevice }: PasswordClaim): Promise<PasswordJudged> {
    const keys = tryKeys.byPassword(email, address, knownDevice);
    const seconds = await this.counter.count(keys);
    if (seconds > 0) return { kind: 'wait', seconds };
    const user = await this.users.byEmail(email);
    const matches = await this.hasher.matches(password, user?.maySignIn ? user.passwordHash : null);
    if (!user || !matches) return { kind: 'refused', userId: user?.id ?? null };
    await this.counter.forget(keys);
    await this.strengthen(user, password);
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
