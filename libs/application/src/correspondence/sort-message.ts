import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/event.js';
import type { Message } from '#domain/correspondence/message.js';
import { Books, type Which } from '../books.js';
import { Clock } from '../clock.js';

/** A caseworker puts a message where it belongs: with a notice, aside, or back on the list. Each can be undone. */
@Injectable()
export class SortMessage {
  constructor(
    private readonly books: Books,
    private readonly clock: Clock,
  ) {}

  link(which: Which & { readonly by: Actor }, noticeId: string | null): Promise<Message> {
    const { by, ...message } = which;
    return this.books.together(by, async (books) => {
      if (noticeId !== null) await books.notices.get(noticeId);
      return books.messages.change(message, (one) => one.link(noticeId));
    });
  }

  setAside(which: Which & { readonly by: Actor }): Promise<Message> {
    return this.books.change('messages', which, (message) => message.handle('set-aside', this.clock.now()));
  }

  takeUpAgain(which: Which & { readonly by: Actor }): Promise<Message> {
    return this.books.change('messages', which, (message) => message.takeUpAgain());
  }
}
