import { Injectable } from '@nestjs/common';
import { isWithin, reachOf, type Person } from '#domain/access/reach.js';
import {
  CaseBatch,
  leftOutBecause,
  MOST_AT_ONCE,
  type BatchAct,
  type BatchResult,
  type ChangedCase,
  type LeftOutCase,
} from '#domain/case/case-batch.js';
import type { CaseFile } from '#domain/case/case-file.js';
import type { Actor, DomainEvent } from '#domain/event.js';
import { RuleViolation } from '#domain/rule-violation.js';
import type { OpenBooks } from '../books.js';
import { Clock } from '../clock.js';
import { Identities } from '../identities.js';
import { CaseList } from './case-list.js';

/** Cases as somebody saw them on a page, by id, each with its version then. */
export type SeenCases = ReadonlyMap<string, number>;

/** What would change, as it stands now, and what would stay and why. */
export interface Preview {
  readonly seen: SeenCases;
  readonly leftOut: readonly LeftOutCase[];
}

/** Who acts. */
export interface BatchAuthor {
  readonly person: Person;
  readonly by: Actor & { readonly kind: 'user' };
}

/** One verb on many cases within one transaction; what a rule refuses stays as it is, what is out of reach is not named. */
@Injectable()
export class CaseBatches {
  constructor(
    private readonly cases: CaseList,
    private readonly clock: Clock,
    private readonly identities: Identities,
  ) {}

  /** The cases that may be read now, in the order in which rows are locked. */
  async within(seen: SeenCases, person: Person): Promise<readonly string[]> {
    if (seen.size > MOST_AT_ONCE) throw new RuleViolation('batch.too-many', { most: MOST_AT_ONCE });
    const rows = await this.cases.some([...seen.keys()], reachOf(person));
    return rows.map(({ id }) => id).sort();
  }

  /** What `change` would come to now; nothing changes, and the cases are read anew each time. */
  async preview(ids: readonly string[], verb: (one: CaseFile) => DomainEvent): Promise<Preview> {
    const files = await this.cases.files(ids);
    const leftOut: LeftOutCase[] = [];
    const seen = files.map(({ id, version }) => [id, version] as const);
    for (const file of files) {
      try {
        verb(file);
      } catch (fault) {
        leftOut.push({ caseId: file.id, because: leftOutBecause(fault) });
      }
    }
    return { seen: new Map(seen.filter(([id]) => !leftOut.some(({ caseId }) => caseId === id))), leftOut };
  }

  async change(
    books: OpenBooks,
    { ids, seen, person }: { ids: readonly string[]; seen: SeenCases; person: Person },
    verb: (one: CaseFile) => DomainEvent,
  ): Promise<BatchResult> {
    const changed: ChangedCase[] = [];
    const leftOut: LeftOutCase[] = [];
    for (const caseId of ids) {
      const found = await changeOne(books, { caseId, version: seen.get(caseId), person }, verb);
      if (found === null) continue;
      if ('because' in found) leftOut.push(found);
      else changed.push(found);
    }
    return { changed, leftOut };
  }

  async keep(
    books: OpenBooks,
    facts: { readonly act: BatchAct; readonly to: string | null; readonly result: BatchResult; readonly by: string },
  ): Promise<CaseBatch> {
    const { batch, event } = CaseBatch.done({ id: this.identities.id(), at: this.clock.now(), ...facts });
    await books.batches.add(batch, event);
    return batch;
  }
}

/** Null for a case that is out of reach by the time its row is locked: whoever sealed it meanwhile is told nothing of. */
async function changeOne(
  books: OpenBooks,
  { caseId, version, person }: { caseId: string; version: number | undefined; person: Person },
  verb: (one: CaseFile) => DomainEvent,
): Promise<ChangedCase | LeftOutCase | null> {
  let was: string | null = null;
  try {
    const one = await books.cases.change({ id: caseId }, (file) => {
      if (!isWithin(reachOf(person), { ...file.standing, opened: true })) throw new RuleViolation('case.not-found');
      if (file.version !== version) throw new RuleViolation('version.outdated');
      was = file.assignee;
      return verb(file);
    });
    return { caseId, version: one.version, was };
  } catch (fault) {
    if (fault instanceof RuleViolation && fault.code === 'case.not-found') return null;
    return { caseId, because: leftOutBecause(fault) };
  }
}
