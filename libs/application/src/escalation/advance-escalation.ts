import { Injectable } from '@nestjs/common';
import type { Escalation, EscalationStatus } from '#domain/escalation/escalation.js';
import type { Actor } from '#domain/event.js';
import { Books, type Which } from '../books.js';

/** A supervisor says how far a complaint has come; what it says changes at its own place. */
@Injectable()
export class AdvanceEscalation {
  constructor(private readonly books: Books) {}

  run(which: Which & { readonly by: Actor }, to: EscalationStatus): Promise<Escalation> {
    return this.books.change('escalations', which, (escalation) => escalation.advance(to));
  }
}
