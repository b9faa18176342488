import { Injectable } from '@nestjs/common';
import type { CaseContent } from '#domain/case/case-file.js';
import { system } from '#domain/event.js';
import { StartNotice } from '../notice/start-notice.js';
import type { WrittenNotice } from '../notice/written-notice.js';
import { CaseList } from './case-list.js';
import { OpenCase } from './open-case.js';

const BY = system('seed-practice');

const CONTENT: CaseContent = {
  line: 'helpline',
  helpSeekerReference: '',
  ageBand: 'unknown',
  mandate: 'statement',
  mandateValidUntil: null,
  manipulated: 'none',
  urgency: 'normal',
  threatToLife: false,
  summary: '',
};

/** What the practice cases are about: invented, harmless, and each with another answer to come. */
const MATTERS: readonly { readonly content: Partial<CaseContent>; readonly posts: readonly string[] }[] = [
  { content: { summary: 'Portret van een herkenbare kat, zonder toestemming geplaatst.' }, posts: ['kat-op-het-dak'] },
  {
    content: { summary: 'Twee foto’s van de duinen met een herkenbaar jasje.', urgency: 'soon' },
    posts: ['zonsondergang', 'molen-bij-mist'],
  },
  { content: { summary: 'Nog niets gemeld; eerst overleg.', line: 'helpline' }, posts: [] },
];

const EXPLANATION =
  'De afgebeelde is herkenbaar in beeld gebracht, heeft geen opdracht en geen toestemming gegeven, en heeft een redelijk ' +
  'belang bij verwijdering: de privacy weegt hier zwaarder dan het belang van de plaatsing. (Oefening.)';

/** The cases to practise with. */
@Injectable()
export class PracticeCases {
  constructor(
    private readonly list: CaseList,
    private readonly openCase: OpenCase,
    private readonly startNotice: StartNotice,
  ) {}

  async open(practiceAddress: string): Promise<void> {
    if ((await this.list.page({ status: 'all', search: '', page: 1, size: 1 })).total > 0) return;
    for (const { content, posts } of MATTERS) {
      const opened = await this.openCase.run({ ...CONTENT, ...content }, BY);
      if (posts.length > 0) await this.startNotice.run(opened.id, draftAbout(posts, practiceAddress), BY);
    }
  }
}

const draftAbout = (posts: readonly string[], practiceAddress: string): WrittenNotice => ({
  platformCode: 'practice',
  channel: 'email',
  language: 'nl',
  measure: 'remove',
  manipulated: 'none',
  category: 'STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS',
  grounds: [{ code: 'AW21', explanation: EXPLANATION }],
  items: posts.map((slug) => ({ url: `${practiceAddress}/p/${slug}`, contentType: 'image', locator: '' })),
});
