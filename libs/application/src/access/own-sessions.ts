import { Injectable } from '@nestjs/common';
import { RuleViolation } from '#domain/rule-violation.js';
import { Books, type OpenBooks } from '../books.js';
import { Sessions, type OpenSession, type SignedIn } from './sessions.js';

/** A person looks at where they are signed in, and ends one of their sessions or all but this one. */
@Injectable()
export class OwnSessions {
  constructor(
    private readonly sessions: Sessions,
    private readonly books: Books,
  ) {}

  of({ userId }: SignedIn): Promise<readonly OpenSession[]> {
    return this.sessions.of(userId);
  }

  /** Ends one of the person's own; a session of somebody else is not there. */
  async end(person: SignedIn, ended: string): Promise<void> {
    const { userId, sessionId } = person;
    const own = await this.sessions.of(userId);
    if (!own.some((each) => each.sessionId === ended)) throw new RuleViolation('session.not-found');
    await this.books.together({ kind: 'user', userId, sessionId }, async ({ waysIn, record }) => {
      if (await waysIn.sessions.end(ended)) await record(sessionEnded(ended));
    });
  }

  endOthers(person: SignedIn): Promise<void> {
    const { userId, sessionId } = person;
    return this.books.together({ kind: 'user', userId, sessionId }, (books) => endOtherSessions(books, person));
  }
}

/** Ends all of somebody's sessions but their present one, within the transaction of what asks for it. */
export async function endOtherSessions({ waysIn, record }: OpenBooks, { userId, sessionId }: SignedIn): Promise<void> {
  const ended = await waysIn.sessions.endOthers(userId, sessionId);
  await record(ended.map(sessionEnded));
}

const sessionEnded = (subjectId: string) => ({ kind: 'session-ended', subject: 'session', subjectId }) as const;
