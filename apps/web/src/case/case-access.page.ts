import { Injectable } from '@nestjs/common';
import { Colleagues, type Colleague } from '#application/access/colleagues.js';
import type { SignedIn } from '#application/access/sessions.js';
import { CaseList } from '#application/case/case-list.js';
import { CaseFrame } from './case-frame.js';
import { seesWhenNamed } from '#domain/access/reach.js';
import { holds } from '#domain/access/right.js';
import { ROLES } from '#domain/access/role.js';
import { CONFIDENTIALITIES, type CaseFile } from '#domain/case/case-file.js';

/** Everything the page shows on which somebody sees and changes who may see a case. */
@Injectable()
export class CaseAccessPage {
  constructor(
    private readonly cases: CaseList,
    private readonly colleagues: Colleagues,
    private readonly frame: CaseFrame,
  ) {}

  async model(caseId: string, person: SignedIn) {
    const one = await this.cases.one(caseId);
    const mayChange = holds(person.role, 'case.access');
    const free = mayChange ? await this.free(one) : [];
    const { frame } = await this.frame.of(caseId, person, 'access');
    return {
      ...frame,
      confidentiality: one.confidentiality,
      people: (await this.colleagues.named(one.named)).map((each) => ({ ...each, self: each.id === person.userId })),
      mayChange,
      maySeal: holds(person.role, 'case.seal'),
      levels: levelsFor(person, one),
      colleagues: free.map(({ id: value, name: text }) => ({ value, text, hint: null })),
    };
  }

  /** Who could be named and is not. */
  private async free({ content, named }: CaseFile): Promise<readonly Colleague[]> {
    const able = await this.colleagues.ofLine(content.line, ROLES.filter(seesWhenNamed));
    return able.filter(({ id }) => !named.includes(id));
  }
}

/** What this person can choose from as it stands; a caseworker neither seals nor shows it to more people again. */
const levelsFor = ({ role }: SignedIn, { confidentiality }: CaseFile) =>
  CONFIDENTIALITIES.filter(
    (each) =>
      holds(role, 'case.seal') || each === confidentiality || (each === 'restricted' && confidentiality === 'normal'),
  );
