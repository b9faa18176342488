import { Injectable } from '@nestjs/common';
import { EVERYTHING } from '#domain/access/reach.js';
import { EVERY_CASE } from '#domain/case/case-choice.js';
import type { CaseContent } from '#domain/case/case-file.js';
import { system } from '#domain/event.js';
import type { Category } from '#domain/ground/category.js';
import type { LegalGround } from '#domain/ground/legal-ground.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { Register } from '../provider/register.js';
import { StartNotice } from '../notice/start-notice.js';
import type { WrittenNotice } from '../notice/written-notice.js';
import { CaseList } from './case-list.js';
import { OpenCase } from './open-case.js';

const BY = system('seed-practice');
const PRIVACY: Category = 'STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS';

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
    private readonly register: Register,
  ) {}

  async open(practiceAddress: string): Promise<void> {
    if ((await this.list.first(EVERY_CASE, EVERYTHING, 1)).length > 0) return;
    const ground = practiceGround(await this.register.grounds());
    for (const { content, posts } of MATTERS) {
      const opened = await this.openCase.run({ ...CONTENT, ...content }, BY, null);
      if (posts.length > 0)
        await this.startNotice.run(
          opened.id,
          draftAbout(
            ground,
            posts.map((slug) => `${practiceAddress}/p/${slug}`),
          ),
          BY,
        );
    }
  }
}

/** The first of the pack that a picture of a person fits: what it is called differs by country. */
function practiceGround(grounds: readonly LegalGround[]): LegalGround {
  const inOrder = [...grounds].sort((one, other) => one.position - other.position);
  const fits = ({ mandateRule, capturePolicy, category }: LegalGround) =>
    mandateRule === 'person-concerned' && capturePolicy === 'full' && category === PRIVACY;
  const found = inOrder.find(fits);
  if (!found) throw new RuleViolation('ground.none-to-practise-with');
  return found;
}

const draftAbout = ({ code, category }: LegalGround, urls: readonly string[]): WrittenNotice => ({
  platformCode: 'practice',
  channel: 'email',
  language: 'nl',
  measure: 'remove',
  manipulated: 'none',
  category,
  grounds: [{ code, explanation: EXPLANATION }],
  items: urls.map((url) => ({ url, contentType: 'image', locator: '' })),
});
