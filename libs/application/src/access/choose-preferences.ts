import { Injectable } from '@nestjs/common';
import type { DeskLanguage, Theme } from '#domain/access/preference.js';
import type { User } from '#domain/access/user.js';
import { Books } from '../books.js';
import type { SignedIn } from './sessions.js';

/** What a person chooses; shortcuts stay as they are where nothing is said of them. */
interface Chosen {
  readonly language: DeskLanguage;
  readonly theme: Theme;
  readonly shortcuts?: boolean;
}

/** A person chooses the language and the look of the desk, and whether single keys do something. */
@Injectable()
export class ChoosePreferences {
  constructor(private readonly books: Books) {}

  async run(person: SignedIn, chosen: Chosen): Promise<void> {
    const by = { kind: 'user', userId: person.userId, sessionId: person.sessionId } as const;
    const verb = (user: User) => {
      const keys = chosen.shortcuts === undefined ? undefined : user.useShortcuts(chosen.shortcuts);
      return [user.choose(chosen.language, chosen.theme), ...(keys ? [keys] : [])];
    };
    await this.books.change('users', { id: person.userId, by }, verb);
  }
}
