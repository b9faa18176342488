import { Injectable } from '@nestjs/common';
import { ProvePassword } from './prove-password.js';
import { Sessions } from './sessions.js';
import { SignInCounter } from './sign-in-counter.js';

/** How a try to sign in ended; `refused` never says which part was wrong. */
export type SignInAnswer =
  | { readonly kind: 'signed-in'; readonly secret: string }
  | { readonly kind: 'refused' }
  | { readonly kind: 'wait'; readonly seconds: number };

/** A person shows who they are by e-mail address and password and gets a session. */
@Injectable()
export class SignIn {
  constructor(
    private readonly provePassword: ProvePassword,
    private readonly sessions: Sessions,
    private readonly counter: SignInCounter,
  ) {}

  async run(claim: { email: string; password: string; address: string }): Promise<SignInAnswer> {
    const email = claim.email.trim().toLowerCase();
    const seconds = await this.counter.count(email, claim.address);
    if (seconds > 0) return { kind: 'wait', seconds };
    const user = await this.provePassword.run(email, claim.password);
    if (!user) return { kind: 'refused' };
    await this.counter.forget(email, claim.address);
    return { kind: 'signed-in', secret: await this.sessions.open(user.id) };
  }
}
