import { Injectable } from '@nestjs/common';
import type { CaseReach } from '#domain/access/reach.js';
import type { Escalation } from '#domain/escalation/escalation.js';
import type { Actor } from '#domain/event.js';
import type { DossierVersion } from '#domain/report/dossier-facts.js';
import { Books } from '../books.js';
import { Clock } from '../clock.js';
import { type HandedOver, MakeDossier } from '../report/make-dossier.js';

/** Which dossier, where its file goes, and who has it made with what in reach. */
export interface DossierExport {
  readonly escalation: Escalation;
  readonly version: DossierVersion;
  readonly out: string;
  readonly by: Actor;
  readonly reach: CaseReach;
}

/**
 * A person has the file for the regulator made. That it was made, with its digest, and taken along stand in the log; that
 * they were in it, in the custody of the stored things: all of it, or nothing is handed over.
 */
@Injectable()
export class ExportDossier {
  constructor(
    private readonly makeDossier: MakeDossier,
    private readonly books: Books,
    private readonly clock: Clock,
  ) {}

  async run(order: DossierExport): Promise<HandedOver> {
    const { escalation, version, out, by, reach } = order;
    const who = by.kind === 'user' ? by.userId : by.job;
    const at = this.clock.now();
    const query = { kind: 'escalation', escalation: escalation.id, at, reach } as const;
    const made = await this.makeDossier.handOver({ query, version, out });
    const facts = { version, sha256: made.sha256, at: at.toISOString() };
    const about = { subject: 'escalation', subjectId: escalation.id } as const;
    await this.books.together(by, async (books) => {
      for (const id of made.evidence) await books.evidence.touch(id, (item, now) => item.touch('exported', now, who));
      await books.record([
        { kind: 'dossier-made', ...about, facts },
        { kind: 'exported', ...about, facts: { version, evidence: made.evidence.length } },
      ]);
    });
    return made;
  }
}
