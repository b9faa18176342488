import { Injectable } from '@nestjs/common';
import { RecordLook } from '#application/access/record-look.js';
import type { SignedIn } from '#application/access/sessions.js';
import type { Right } from '#domain/access/right.js';
import type { DomainEvent } from '#domain/event.js';
import type { Looked } from './access.guard.js';
import { actor } from './current-user.decorator.js';
import type { DeskRequest } from './desk-request.js';
import { routeOf } from './route-of.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Records who was refused what, and who read what only few may read; before it is shown, or it is not shown. */
@Injectable()
export class Looks {
  constructor(private readonly recordLook: RecordLook) {}

  async record(request: DeskRequest, right: Right, looked: readonly Looked[]): Promise<void> {
    const { person } = request;
    const happened = person ? looked.flatMap((look) => eventsOf(request, person, right, look)) : [];
    if (person && happened.length > 0) await this.recordLook.run(actor(person), happened);
  }
}

function eventsOf(request: DeskRequest, person: SignedIn, right: Right, look: Looked): DomainEvent[] {
  if (look.decision === 'hidden' || look.decision === 'refused') return [denial(request, person, right, look)];
  const reads = look.decision === 'allowed' && request.method === 'GET' && right !== 'case.open';
  const { thing, id, standing } = look;
  if (!reads || thing === null || id === null) return [];
  if (thing === 'evidence' && standing?.noticeId) {
    const facts = { ...read(right, look), evidenceId: id };
    return [{ kind: 'evidence-viewed', subject: 'notice', subjectId: standing.noticeId, facts }];
  }
  if (!standing || standing.confidentiality === 'normal' || !READ.includes(thing)) return [];
  return [{ kind: `${thing}-read`, subject: thing as 'case', subjectId: id, facts: read(right, look) }];
}

const READ: readonly string[] = ['case', 'notice', 'message'];

const read = (right: Right, { standing }: Looked): NonNullable<DomainEvent['facts']> => ({
  caseId: standing?.caseId ?? null,
  confidentiality: standing?.confidentiality ?? null,
  metaOnly: right === 'case.know',
});

/** Of an id that nothing has the same is recorded, so that guessing shows and costs as long. */
function denial(request: DeskRequest, { role }: SignedIn, right: Right, look: Looked): DomainEvent {
  const { thing, id, decision, standing } = look;
  const known = id !== null && UUID.test(id) ? id : null;
  const facts = { right, role, decision, thing, thingId: known, exists: standing !== undefined };
  return { kind: 'access-denied', subject: 'route', subjectId: routeOf(request), facts };
}
