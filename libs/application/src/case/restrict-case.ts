import { Injectable } from '@nestjs/common';
import { seesWhenNamed, type Person } from '#domain/access/reach.js';
import { ROLES } from '#domain/access/role.js';
import type { CaseAccess, CaseFile, Confidentiality } from '#domain/case/case-file.js';
import type { Actor } from '#domain/event.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { Colleagues } from '../access/colleagues.js';
import { Books } from '../books.js';
import { assigneeOf } from './assignee.js';

/** Whose access changes, and who changes it. */
export interface Restriction {
  readonly caseId: string;
  readonly person: Person;
  readonly by: Actor;
}

/** Changes who may see a case: how confidential it is, and who is named on it. */
@Injectable()
export class RestrictCase {
  constructor(
    private readonly books: Books,
    private readonly colleagues: Colleagues,
  ) {}

  /** Who restricts a case stays on it, unless they see it without being named. */
  run(which: Restriction, confidentiality: Confidentiality): Promise<CaseFile> {
    const { role, userId } = which.person;
    const self = seesWhenNamed(role) ? [userId] : [];
    return this.change(which, ({ named }) => ({ confidentiality, named: named.length > 0 ? named : self }));
  }

  /** Only who works for the case's line, in a role that sees nothing without being named. */
  name(which: Restriction, userId: string): Promise<CaseFile> {
    return this.books.together(which.by, async (books) => {
      const { assignee, content } = await books.cases.get(which.caseId);
      const { line } = content;
      const able = await this.colleagues.ofLine(line, ROLES.filter(seesWhenNamed));
      if (!able.some(({ id }) => id === userId)) throw new RuleViolation('case.no-such-colleague');
      const theirs = await assigneeOf(books, assignee);
      return books.cases.change({ id: which.caseId }, (one) => {
        const { confidentiality, named } = one;
        return one.restrict({ confidentiality, named: [...named, userId] }, which.person, theirs);
      });
    });
  }

  unname(which: Restriction, userId: string): Promise<CaseFile> {
    return this.change(which, ({ confidentiality, named }) => ({
      confidentiality,
      named: named.filter((id) => id !== userId),
    }));
  }

  private change({ caseId, person, by }: Restriction, to: (from: CaseAccess) => CaseAccess): Promise<CaseFile> {
    return this.books.together(by, async (books) => {
      const theirs = await assigneeOf(books, (await books.cases.get(caseId)).assignee);
      return books.cases.change({ id: caseId }, (one) => one.restrict(to(one), person, theirs));
    });
  }
}
