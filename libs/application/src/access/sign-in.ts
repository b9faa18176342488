import { Injectable } from '@nestjs/common';
import { system } from '#domain/event.js';
import { ProvePassword } from './prove-password.js';
import { RecordLook } from './record-look.js';
import { Sessions } from './sessions.js';

/** A try to sign in: what was typed, where it comes from and the browser in a few words. */
export interface SignInClaim {
  readonly email: string;
  readonly password: string;
  readonly address: string;
  readonly device: string;
}

/** How a try to sign in ended; `refused` never says which part was wrong, `half` asks for the second step. */
export type SignInAnswer =
  | { readonly kind: 'half'; readonly secret: string }
  | { readonly kind: 'refused' }
  | { readonly kind: 'wait'; readonly seconds: number };

/** A person shows who they are by e-mail address and password and gets a half session: enough for the second step. */
@Injectable()
export class SignIn {
  constructor(
    private readonly provePassword: ProvePassword,
    private readonly sessions: Sessions,
    private readonly recordLook: RecordLook,
  ) {}

  async run(claim: SignInClaim): Promise<SignInAnswer> {
    const found = await this.provePassword.run(claim);
    if (found.kind === 'wait') return found;
    if (found.kind === 'refused') {
      const about = found.userId === null ? NOBODY : ({ subject: 'user', subjectId: found.userId } as const);
      await this.recordLook.run(system('sign-in'), { kind: 'sign-in-refused', ...about });
      return { kind: 'refused' };
    }
    const secret = await this.sessions.open(found.userId, { proofs: ['password'], device: claim.device });
    return { kind: 'half', secret };
  }
}

/** A refused try with an address nobody here has is recorded too, without the address. */
const NOBODY = { subject: 'installation', subjectId: 'sole' } as const;
