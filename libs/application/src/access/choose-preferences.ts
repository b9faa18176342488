import { Injectable } from '@nestjs/common';
import type { DeskLanguage, Theme } from '#domain/access/preference.js';
import type { SignedIn } from './sessions.js';
import { Users } from './users.js';

/** A person chooses the language and the look of the desk. */
@Injectable()
export class ChoosePreferences {
  constructor(private readonly users: Users) {}

  run(person: SignedIn, chosen: { language: DeskLanguage; theme: Theme }): Promise<void> {
    const by = { kind: 'user', userId: person.userId, sessionId: person.sessionId } as const;
    return this.users.change({ id: person.userId, by }, (user) => user.choose(chosen.language, chosen.theme));
  }
}
