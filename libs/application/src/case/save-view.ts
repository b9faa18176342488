import { Injectable } from '@nestjs/common';
import type { Person } from '#domain/access/reach.js';
import { SavedView, type NewView } from '#domain/case/saved-view.js';
import type { Actor } from '#domain/event.js';
import { Books } from '../books.js';
import { Identities } from '../identities.js';
import { SavedViews } from './saved-views.js';

/** Who keeps or changes a view. */
export interface ViewAuthor {
  readonly person: Person;
  readonly by: Actor;
}

/** Keeps a choice of cases under a name, gives it another, or takes it away. */
@Injectable()
export class SaveView {
  constructor(
    private readonly books: Books,
    private readonly views: SavedViews,
    private readonly identities: Identities,
  ) {}

  async run(wish: NewView, { person, by }: ViewAuthor): Promise<SavedView> {
    const there = (await this.views.of(person.userId, person.lines)).filter(({ team }) => team === wish.team).length;
    const { view, event } = SavedView.save(this.identities.id(), wish, person, there);
    await this.books.together(by, (books) => books.views.add(view, event));
    return view;
  }

  rename(id: string, name: string, { person, by }: ViewAuthor): Promise<SavedView> {
    return this.books.change('views', { id, by }, (view) => view.rename(name, person));
  }

  remove(id: string, { person, by }: ViewAuthor): Promise<SavedView> {
    return this.books.change('views', { id, by }, (view) => view.remove(person));
  }
}
