import { Injectable } from '@nestjs/common';
import type { User } from '#domain/access/user.js';
import { system } from '#domain/event.js';
import { PasswordHasher } from './password-hasher.js';
import { Sessions } from './sessions.js';
import { SignInCounter } from './sign-in-counter.js';
import { Users } from './users.js';

/** How a try to sign in ended; `refused` never says which part was wrong. */
export type SignInAnswer =
  | { readonly kind: 'signed-in'; readonly secret: string }
  | { readonly kind: 'refused' }
  | { readonly kind: 'wait'; readonly seconds: number };

/** A person shows who they are by e-mail address and password and gets a session. */
@Injectable()
export class SignIn {
  constructor(
    private readonly users: Users,
    private readonly sessions: Sessions,
    private readonly hasher: PasswordHasher,
    private readonly counter: SignInCounter,
  ) {}

  async run(claim: { email: string; password: string; address: string }): Promise<SignInAnswer> {
    const email = claim.email.trim().toLowerCase();
    const seconds = await this.counter.count(email, claim.address);
    if (seconds > 0) return { kind: 'wait', seconds };
    const user = await this.users.byEmail(email);
    const matches = await this.hasher.matches(claim.password, user?.maySignIn ? user.passwordHash : null);
    if (!user || !matches) return { kind: 'refused' };
    await this.counter.forget(email, claim.address);
    await this.strengthen(user, claim.password);
    return { kind: 'signed-in', secret: await this.sessions.open(user.id) };
  }
  /** A hash made with weaker parameters than today's is made anew while the password is at hand. */
  private async strengthen(user: User, password: string): Promise<void> {
    if (user.passwordHash === null || !this.hasher.isOutdated(user.passwordHash)) return;
    const hash = await this.hasher.hash(password);
    await this.users.change({ id: user.id, by: system('strengthen-password') }, (found) => found.keepStronger(hash));
  }
}
