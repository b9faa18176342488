import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/event.js';
import { Books, type Which } from '../books.js';

/** Lets somebody sign in again with what they had. */
@Injectable()
export class EnableUser {
  constructor(private readonly books: Books) {}

  async run(which: Which & { readonly by: Actor }): Promise<void> {
    await this.books.change('users', which, (user) => user.enable());
  }
}
