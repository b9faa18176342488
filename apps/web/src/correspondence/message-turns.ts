import { Injectable, UnauthorizedException } from '@nestjs/common';
import type { Response } from 'express';
import type { SignedIn } from '#application/access/sessions.js';
import type { Which } from '#application/books.js';
import type { Actor } from '#domain/event.js';
import { actor } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { Forms, type Destination } from '../frame/forms.js';
import type { FormClass } from '../frame/take-form.js';
import { SeenMessageForm } from './message.form.js';
import { MessagePage } from './message.page.js';

/** The message as the person saw it, and who the person is. */
export type SeenMessage = Which & { readonly by: Actor };

interface Turn<T extends SeenMessageForm> {
  readonly id: string;
  /** The treatment shown again when the form is refused; null for the suggested one. */
  readonly as: string | null;
  readonly form: FormClass<T>;
  readonly fields?: Readonly<Record<string, string>>;
  readonly act: (which: SeenMessage, form: T) => Promise<Destination>;
}

/** Takes the forms on the page of a message. */
@Injectable()
export class MessageTurns {
  constructor(
    private readonly page: MessagePage,
    private readonly forms: Forms,
  ) {}

  take<T extends SeenMessageForm>(request: DeskRequest, response: Response, turn: Turn<T>): Promise<void> {
    const { id, as, form, fields, act } = turn;
    const person = this.person(request);
    return this.forms.take(request, response, {
      ...{ form, fields, page: 'inbox/show' },
      model: () => this.page.model(id, person, as),
      act: (filled) => act({ id, expected: Number(filled.version), by: actor(person) }, filled),
    });
  }

  /** A form that says nothing but which message was seen. */
  seen(
    request: DeskRequest,
    response: Response,
    { id, as }: { readonly id: string; readonly as: string | null },
    act: (which: SeenMessage) => Promise<Destination>,
  ): Promise<void> {
    return this.take(request, response, { id, as, form: SeenMessageForm, act });
  }

  person({ person }: DeskRequest): SignedIn {
    if (!person) throw new UnauthorizedException();
    return person;
  }
}
