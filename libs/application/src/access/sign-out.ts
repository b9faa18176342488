import { Injectable } from '@nestjs/common';
import { Sessions } from './sessions.js';

/** A person leaves: their session counts no more. */
@Injectable()
export class SignOut {
  constructor(private readonly sessions: Sessions) {}

  run(sessionId: string): Promise<void> {
    return this.sessions.end(sessionId);
  }
}
