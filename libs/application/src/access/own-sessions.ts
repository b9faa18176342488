import { Injectable } from '@nestjs/common';
import { RecordLook } from './record-look.js';
import { Sessions, type OpenSession, type SignedIn } from './sessions.js';

/** A person looks at where they are signed in, and ends one of their sessions or all but this one. */
@Injectable()
export class OwnSessions {
  constructor(
    private readonly sessions: Sessions,
    private readonly recordLook: RecordLook,
  ) {}

  of({ userId }: SignedIn): Promise<readonly OpenSession[]> {
    return this.sessions.of(userId);
  }

  /** Ends one of the person's own; a session of somebody else is not there. */
  async end(person: SignedIn, sessionId: string): Promise<void> {
    const own = await this.sessions.of(person.userId);
    if (own.some((each) => each.sessionId === sessionId)) await this.endEach(person, [sessionId]);
  }

  async endOthers(person: SignedIn): Promise<void> {
    const own = await this.sessions.of(person.userId);
    const others = own.map(({ sessionId }) => sessionId).filter((sessionId) => sessionId !== person.sessionId);
    await this.endEach(person, others);
  }

  private async endEach({ userId, sessionId }: SignedIn, ended: readonly string[]): Promise<void> {
    const events = ended.map((subjectId) => ({ kind: 'session-ended', subject: 'session', subjectId }) as const);
    for (const each of ended) await this.sessions.end(each);
    await this.recordLook.run({ kind: 'user', userId, sessionId }, events);
  }
}
