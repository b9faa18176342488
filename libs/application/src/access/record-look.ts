import { Injectable } from '@nestjs/common';
import type { Actor, DomainEvent } from '#domain/event.js';
import { Books } from '../books.js';

/**
 * Records what changed nothing and must be known all the same: a sign-in, a refusal, a restricted case read, a search,
 * an export. Events carry kinds, ids, codes and counts only. What cannot be recorded is not done: call it before showing.
 */
@Injectable()
export class RecordLook {
  constructor(private readonly books: Books) {}

  run(by: Actor, happened: DomainEvent | readonly DomainEvent[]): Promise<void> {
    return this.books.look(by, happened);
  }
}
