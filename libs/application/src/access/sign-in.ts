import { Injectable } from '@nestjs/common';
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
    return { kind: 'signed-in', secret: await this.sessions.open(user.id) };
  }
}
