import { Injectable } from '@nestjs/common';
import { isEnough, type Proof } from '#domain/access/proof.js';
import { isFresh, isOpen, isWorthNoting } from '#domain/access/session.js';
import { Sessions, type SignedIn } from './sessions.js';

/** Who is behind a request and how far they have proven it. */
export interface Recognised {
  readonly person: SignedIn;
  readonly proofs: readonly Proof[];
  /** False while a second step is still to come: such a session reaches nothing but that step. */
  readonly whole: boolean;
  /** True when they proved it so lately that they may change how they prove it. */
  readonly provedLately: boolean;
}

/** Says who is behind a request, from the secret their browser brings. */
@Injectable()
export class Recognise {
  constructor(private readonly sessions: Sessions) {}

  async run(secret: string): Promise<Recognised | undefined> {
    const found = await this.sessions.find(secret);
    if (!found) return undefined;
    const { person, proofs, times, now } = found;
    if (!isOpen(times, now)) {
      await this.sessions.end(person.sessionId);
      return undefined;
    }
    if (isWorthNoting(times, now)) await this.sessions.note(person.sessionId);
    return { person, proofs, whole: isEnough(proofs), provedLately: isFresh(times, now) };
  }
}
