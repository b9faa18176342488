import { Injectable } from '@nestjs/common';
import { RecordLook } from './record-look.js';
import { Sessions, type SignedIn } from './sessions.js';

/** A person leaves: their session counts no more. */
@Injectable()
export class SignOut {
  constructor(
    private readonly sessions: Sessions,
    private readonly recordLook: RecordLook,
  ) {}

  async run({ userId, sessionId }: SignedIn): Promise<void> {
    await this.sessions.end(sessionId);
    const left = { kind: 'signed-out', subject: 'user', subjectId: userId } as const;
    await this.recordLook.run({ kind: 'user', userId, sessionId }, left);
  }
}
