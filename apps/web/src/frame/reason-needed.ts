import { ForbiddenException } from '@nestjs/common';

/** A sealed case opens when the person says why; the page that asks is shown instead. */
export class ReasonNeeded extends ForbiddenException {
  constructor(readonly caseId: string) {
    super('a reason is needed');
  }
}
