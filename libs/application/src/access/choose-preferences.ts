import { Injectable } from '@nestjs/common';
import type { DeskLanguage, Theme } from '#domain/access/preference.js';
import type { User } from '#domain/access/user.js';
import { Books } from '../books.js';
import type { SignedIn } from './sessions.js';

/** A person chooses the language and the look of the desk. */
@Injectable()
export class ChoosePreferences {
  constructor(private readonly books: Books) {}

  async run(person: SignedIn, chosen: { language: DeskLanguage; theme: Theme }): Promise<void> {
    const by = { kind: 'user', userId: person.userId, sessionId: person.sessionId } as const;
    const verb = (user: User) => user.choose(chosen.language, chosen.theme);
    await this.books.change('users', { id: person.userId, by }, verb);
  }
}
