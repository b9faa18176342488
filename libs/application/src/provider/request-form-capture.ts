import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/event.js';
import { formPage, mayCaptureForm } from '#domain/evidence/form-capture.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { Books } from '../books.js';
import { Spool } from '../evidence/spool.js';

/** Somebody has the page of a form with an open defect captured; the worker does it. */
@Injectable()
export class RequestFormCapture {
  constructor(
    private readonly books: Books,
    private readonly spool: Spool,
  ) {}

  /** Asked twice at once it is made once: who comes second waits for the first, and sees that it waits already. */
  async run({ defectId, by }: { defectId: string; by: Actor }): Promise<void> {
    await this.books.together(by, async (books) => {
      const defect = await books.defects.change({ id: defectId, quietly: true }, () => undefined);
      if (formPage(defect, this.spool.allow) === null) throw new RuleViolation('defect.no-public-page');
      const request = defect.requestCapture();
      if (mayCaptureForm(await books.evidence.ofForm(defectId))) await books.record(request);
    });
  }
}
