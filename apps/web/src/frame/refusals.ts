import { Injectable } from '@nestjs/common';
import { RecordLook } from '#application/access/record-look.js';
import type { DomainEvent } from '#domain/event.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { actor } from './current-user.decorator.js';
import type { DeskRequest } from './desk-request.js';
import { routeOf } from './route-of.js';

/** Rules that refuse a step for which a notice is not ready: no page offers it then, so it came by its address. */
const NOT_NOW = [
  ...['notice.status-cannot-follow', 'notice.nothing-to-withdraw-by-letter', 'notice.withdrawal-letter-missing'],
  ...['notice.not-sent', 'notice.withdrawn'],
];

/** What somebody tried who did not follow the pages: fields nobody asks for (F68), steps that are not next (F72). */
@Injectable()
export class Refusals {
  constructor(private readonly recordLook: RecordLook) {}

  /** How many fields there were is known to the log; their names and what stood in them are not. */
  async unknownFields(request: DeskRequest, fields: number): Promise<void> {
    if (fields > 0) await this.record(request, { kind: 'unknown-fields-refused', facts: { fields } });
  }

  /** Records what refused a request, where that is worth knowing; anything else passes in silence. */
  async fault(request: DeskRequest, fault: unknown): Promise<void> {
    if (!(fault instanceof RuleViolation)) return;
    const { code, facts } = fault;
    if (code === 'api.body-wrong') return this.unknownFields(request, unknownIn(facts['faults']));
    if (NOT_NOW.includes(code)) await this.record(request, { kind: 'step-refused', facts: { rule: code } });
  }

  private async record(request: DeskRequest, happened: Pick<DomainEvent, 'kind' | 'facts'>): Promise<void> {
    if (!request.person) return;
    await this.recordLook.run(actor(request.person), { ...happened, subject: 'route', subjectId: routeOf(request) });
  }
}

/** Of the places of a JSON body that are wrong, those that no body has. */
const unknownIn = (faults: unknown): number =>
  Array.isArray(faults) ? faults.filter((place) => String(place).endsWith(': whitelistValidation')).length : 0;
