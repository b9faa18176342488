import { Injectable } from '@nestjs/common';
import type { Actor, DomainEvent } from '#domain/event.js';
import { Books } from '../books.js';
import type { AuditVerification } from './verify-audit.js';

/** The log itself, as the thing an event is about. */
export const THE_LOG = { subject: 'audit', subjectId: 'chain' } as const;

/** A person asks that the log be verified; the worker does it. */
export const VERIFICATION_ASKED = { kind: 'audit-verification-asked', ...THE_LOG } as const satisfies DomainEvent;

/** Keeps what a verification found, in the log itself. */
@Injectable()
export class KeepVerification {
  constructor(private readonly books: Books) {}

  /** `part` is true when not the whole log was looked at. */
  run(by: Actor, found: AuditVerification, { part, asked }: { part: boolean; asked?: string }): Promise<void> {
    const { ok, count, firstBad, clockBackAt, anchored, anchorsUsed, anchorsOfOtherKeys } = found;
    const facts = {
      ...{ ok, count, part, badSeq: firstBad?.seq ?? null, why: firstBad?.why ?? null },
      ...{ clockBackAt, anchored, anchorsUsed, anchorsOfOtherKeys, head: found.head.seq },
      ...(asked === undefined ? {} : { asked }),
    };
    return this.books.together(by, (books) => books.record({ kind: 'audit-verified', ...THE_LOG, facts }));
  }
}
