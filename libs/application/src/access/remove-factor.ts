import { Injectable } from '@nestjs/common';
import { checkRemoval } from '#domain/access/second-factor.js';
import { RecordLook } from './record-look.js';
import { SecondFactors, type Removable } from './second-factors.js';
import type { SignedIn } from './sessions.js';

/** A person takes away a passkey or the authenticator app they use no longer; never the last of them. */
@Injectable()
export class RemoveFactor {
  constructor(
    private readonly factors: SecondFactors,
    private readonly recordLook: RecordLook,
  ) {}

  async run({ userId, sessionId }: SignedIn, what: Removable): Promise<void> {
    if (!(await this.factors.remove(userId, what, checkRemoval))) return;
    const facts = { factor: what.kind };
    const removed = { kind: 'second-factor-removed', subject: 'user', subjectId: userId, facts } as const;
    await this.recordLook.run({ kind: 'user', userId, sessionId }, removed);
  }
}
