import { Injectable } from '@nestjs/common';
import type { MadeLink } from '#application/access/make-link.js';
import { PeopleList } from '#application/access/people-list.js';
import type { SignedIn } from '#application/access/sessions.js';
import { Address } from '../frame/address.js';
import { blank } from '../frame/form-state.js';
import type { Shown } from '../frame/forms.js';

/** What the page of one person shows, and what may be done there. */
@Injectable()
export class UserPage {
  constructor(
    private readonly people: PeopleList,
    private readonly address: Address,
  ) {}

  async model(id: string, viewer: SignedIn) {
    const person = await this.people.one(id);
    const reset = (await this.people.askedReset(id)) ?? null;
    const isDisabled = person.state === 'disabled';
    return {
      ...{ person, reset, isWaiting: reset?.isOver === false, isLapsed: reset?.isOver === true, form: blank() },
      ...{ isSelf: viewer.userId === id, isDisabled, isAlone: (await this.people.administrators()) < 2 },
    };
  }

  /** The page that shows a one-time link, once: it is kept nowhere but where it goes now. */
  link(userId: string, { secret, endsAt, email, name }: MadeLink): Shown {
    const link = `${this.address.baseUrl}/password/${secret}`;
    return { shows: 'users/link', model: { link, endsAt, email, name, userId } };
  }
}
