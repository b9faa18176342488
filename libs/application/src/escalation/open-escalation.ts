import { Injectable } from '@nestjs/common';
import { Escalation, type EscalationScope } from '#domain/escalation/escalation.js';
import type { Actor } from '#domain/event.js';
import { yearIn } from '#domain/instant.js';
import { reference } from '#domain/notice/reference.js';
import { Installation } from '../access/installation.js';
import { Books } from '../books.js';
import { Clock } from '../clock.js';
import { Identities } from '../identities.js';

/** A supervisor begins a complaint about a platform or provider over a period (Art. 53 DSA). */
@Injectable()
export class OpenEscalation {
  constructor(
    private readonly books: Books,
    private readonly clock: Clock,
    private readonly identities: Identities,
    private readonly installation: Installation,
  ) {}

  async run(scope: EscalationScope, by: Actor): Promise<Escalation> {
    const openedAt = this.clock.now();
    const year = yearIn(openedAt, (await this.installation.organisation()).zone);
    const id = this.identities.id();
    return this.books.together(by, async (books) => {
      const number = reference('escalation', year, await books.nextNumber('escalation', year));
      const opened = Escalation.open({ id, reference: number, scope, openedAt });
      await books.escalations.add(opened, { kind: 'escalation-opened', subject: 'escalation', subjectId: id });
      return opened;
    });
  }
}
