import { Injectable } from '@nestjs/common';
import { checkRemoval } from '#domain/access/second-factor.js';
import { Books } from '../books.js';
import type { Removable } from './second-factors.js';
import type { SignedIn } from './sessions.js';

/** A person takes away a passkey or the authenticator app they use no longer; never the last of them. */
@Injectable()
export class RemoveFactor {
  constructor(private readonly books: Books) {}

  run({ userId, sessionId }: SignedIn, what: Removable): Promise<void> {
    return this.books.together({ kind: 'user', userId, sessionId }, async ({ waysIn, record }) => {
      if (!(await waysIn.factors.remove(userId, what, checkRemoval))) return;
      const facts = { factor: what.kind };
      await record({ kind: 'second-factor-removed', subject: 'user', subjectId: userId, facts });
    });
  }
}
