import { Injectable } from '@nestjs/common';
import { isOpen, isWorthNoting } from '#domain/access/session.js';
import { Sessions, type SignedIn } from './sessions.js';

/** Says who is behind a request, from the secret their browser brings. */
@Injectable()
export class Recognise {
  constructor(private readonly sessions: Sessions) {}

  async run(secret: string): Promise<SignedIn | undefined> {
    const found = await this.sessions.find(secret);
    if (!found) return undefined;
    const { person, times, now } = found;
    if (!isOpen(times, now)) {
      await this.sessions.end(person.sessionId);
      return undefined;
    }
    if (isWorthNoting(times, now)) await this.sessions.note(person.sessionId);
    return person;
  }
}
