import { Injectable } from '@nestjs/common';
import type { CaseReach } from '#domain/access/reach.js';
import type { Escalation } from '#domain/escalation/escalation.js';
import type { Actor } from '#domain/event.js';
import type { DossierVersion } from '#domain/report/dossier-facts.js';
import { Books } from '../books.js';
import { Clock } from '../clock.js';
import { MakeDossier, type MadeDossier } from '../report/make-dossier.js';

/** Which dossier, where its file goes, and who has it made with what in reach. */
export interface DossierExport {
  readonly escalation: Escalation;
  readonly version: DossierVersion;
  readonly out: string;
  readonly by: Actor;
  readonly reach: CaseReach;
}

/** A person has the file for the regulator made; that it was made, and its digest, stand in the log. */
@Injectable()
export class ExportDossier {
  constructor(
    private readonly makeDossier: MakeDossier,
    private readonly books: Books,
    private readonly clock: Clock,
  ) {}

  async run(order: DossierExport): Promise<MadeDossier> {
    const { escalation, version, out, by, reach } = order;
    const at = this.clock.now();
    const query = { kind: 'escalation', escalation: escalation.id, at, reach } as const;
    const made = await this.makeDossier.run({ query, version, out });
    const facts = { version, sha256: made.sha256, at: at.toISOString() };
    await this.books.together(by, (books) =>
      books.record({ kind: 'dossier-made', subject: 'escalation', subjectId: escalation.id, facts }),
    );
    return made;
  }
}
