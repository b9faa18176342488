import { Injectable } from '@nestjs/common';
import { Books } from '../books.js';
import type { SignedIn } from './sessions.js';

/** A person leaves: their session counts no more. */
@Injectable()
export class SignOut {
  constructor(private readonly books: Books) {}

  run({ userId, sessionId }: SignedIn): Promise<void> {
    return this.books.together({ kind: 'user', userId, sessionId }, async ({ waysIn, record }) => {
      if (!(await waysIn.sessions.end(sessionId))) return;
      await record({ kind: 'signed-out', subject: 'user', subjectId: userId });
    });
  }
}
