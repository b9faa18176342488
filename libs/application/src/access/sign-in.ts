import { Injectable } from '@nestjs/common';
import { system } from '#domain/event.js';
import { KnownDevices } from './known-devices.js';
import { ProvePassword } from './prove-password.js';
import { RecordLook } from './record-look.js';
import { Sessions } from './sessions.js';

/** A try to sign in: what was typed, where it comes from, the browser in a few words, and its own secret if it has one. */
export interface SignInClaim {
  readonly email: string;
  readonly password: string;
  readonly address: string;
  readonly device: string;
  readonly deviceSecret?: string | undefined;
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
    private readonly devices: KnownDevices,
    private readonly recordLook: RecordLook,
  ) {}

  async run({ password, address, device, deviceSecret, ...typed }: SignInClaim): Promise<SignInAnswer> {
    const email = typed.email.trim().toLowerCase();
    const known = deviceSecret !== undefined && (await this.devices.isKnown(deviceSecret, email));
    const knownDevice = known ? deviceSecret : null;
    const found = await this.provePassword.run({ email, password, address, knownDevice });
    if (found.kind === 'wait') return found;
    if (found.kind === 'refused') {
      const about = found.userId === null ? NOBODY : ({ subject: 'user', subjectId: found.userId } as const);
      await this.recordLook.run(system('sign-in'), { kind: 'sign-in-refused', ...about });
      return { kind: 'refused' };
    }
    return { kind: 'half', secret: await this.sessions.open(found.userId, { proofs: ['password'], device }) };
  }
}

/** A refused try with an address nobody here has is recorded too, without the address. */
const NOBODY = { subject: 'installation', subjectId: 'sole' } as const;
