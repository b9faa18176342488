import type { LetterFacts } from '#application/notice/letter-writer.js';
import type { SheetWay } from '#domain/correspondence/form-sheet.js';
import { CATEGORY_LABELS } from '#domain/ground/category.js';
import { startOfDay } from '#domain/instant.js';
import { BONA_FIDE_TEXT_VERSION, bonaFideText } from '#domain/notice/bona-fide-text.js';
import { isNameWithheld } from '#domain/notice/notice-answers.js';
import type { FormField } from '#domain/provider/platform.js';
import { longDay } from './letter-day.js';
import type { LetterWords } from './letter-words.js';
import { fill, oneLine } from './plain-text.js';

/** What the text of a field is made from. */
export interface FieldFacts {
  readonly facts: LetterFacts;
  readonly words: LetterWords;
  /** The address at which answers find this notice. */
  readonly sender: string;
  readonly explanation: string;
}

interface FieldWriter {
  readonly way: SheetWay;
  readonly text: (of: FieldFacts) => string;
}

const copy = (text: FieldWriter['text']): FieldWriter => ({ way: 'copy', text });
const byHand: FieldWriter = { way: 'by-hand', text: () => '' };

/** What stands in each field a form may have. An empty text says that nobody but the person at the form can fill it. */
export const SHEET_FIELDS: Readonly<Record<FormField, FieldWriter>> = {
  'reporter-type': copy(({ facts, words }) => words.sheet.says[isFlagger(facts) ? 'reporterFlagger' : 'reporter']),
  organisation: copy(({ facts }) => oneLine('organisation', facts.organisation.name)),
  designation: copy(({ facts, words }) => (isFlagger(facts) ? designation(facts, words) : '')),
  'contact-name': copy(({ facts }) => (isNameless(facts) ? '' : facts.notice.content.submitterName.trim())),
  email: copy(({ facts, sender }) => (isNameless(facts) ? '' : sender)),
  country: copy(({ facts }) => countryName(facts)),
  phone: byHand,
  role: copy(({ facts, words }) => onBehalf(facts, words) || words.sheet.says.role),
  urls: copy(({ facts }) => facts.notice.items.map((item) => oneLine('url', item.url)).join('\n')),
  'content-type': copy(({ facts, words }) =>
    once(facts.notice.items.map((item) => words.contentType[item.contentType])).join(', '),
  ),
  location: copy(locators),
  category: copy(({ facts }) => categoryName(facts)),
  law: copy(({ facts, words }) => provisionsOf(facts, words).join('\n')),
  explanation: copy(({ explanation }) => explanation),
  evidence: {
    way: 'attach',
    text: ({ facts }) => (facts.notice.content.answers.enclosed ?? []).map(({ name }) => name).join('\n'),
  },
  language: copy(({ facts, words }) => words.sheet.languages[facts.notice.content.language]),
  statement: {
    way: 'tick',
    text: ({ facts }) => bonaFideText(BONA_FIDE_TEXT_VERSION, facts.notice.content.language),
  },
  signature: copy(({ facts }) => oneLine('deskName', facts.organisation.deskName)),
  captcha: byHand,
  'email-verification': byHand,
  'user-name': copy(locators),
  server: copy(locators),
  'search-terms': copy(locators),
  'ip-address': byHand,
  indemnity: byHand,
  domain: copy(({ facts }) => once(facts.notice.items.map(({ url }) => new URL(url).hostname)).join('\n')),
  'prior-attempts': byHand,
};

/** The law and article of each ground, in the language of the notice. */
export function provisionsOf({ notice, grounds }: LetterFacts, { article }: LetterWords): string[] {
  const { language, grounds: reasoned } = notice.content;
  return reasoned.flatMap(({ code }) => {
    const ground = grounds.find((one) => one.code === code);
    if (!ground) return [];
    const law = oneLine('law', language === 'nl' ? ground.lawNl : ground.lawEn);
    return `${law}, ${article} ${oneLine('article', ground.article)}`;
  });
}

export const isFlagger = ({ notice }: LetterFacts): boolean => notice.regime === 'article-22';

/** Who designated us, and when. */
export function designation({ organisation, notice }: LetterFacts, { sheet }: LetterWords): string {
  const { authority, designatedOn } = organisation.designation;
  const on = startOfDay(oneLine('designatedOn', designatedOn), organisation.zone);
  const day = longDay(on, organisation.zone, notice.content.language);
  return fill(sheet.says.designation, { authority: oneLine('authority', authority), day });
}

/** On whose behalf, where that is claimed; else empty. */
const onBehalf = ({ mandate }: LetterFacts, words: LetterWords): string =>
  mandate === null ? '' : fill(words.sheet.says.onBehalf, { whom: words.mandate[mandate] });

/** The category of the Transparency Database in words; empty where the notice has none. */
export function categoryName({ notice: { content } }: LetterFacts): string {
  const labels = (CATEGORY_LABELS as Readonly<Record<string, { nl: string; en: string }>>)[content.category ?? ''];
  return labels?.[content.language] ?? '';
}

/** Where in each address, or who there; of several addresses by their number. */
export function locators({ facts: { notice }, words }: Pick<FieldFacts, 'facts' | 'words'>): string {
  const said = notice.items.filter((item) => item.locator.trim() !== '');
  if (notice.items.length === 1) return said.map((item) => oneLine('locator', item.locator)).join('');
  const number = words.sheet.says.address;
  return said.map((item) => fill(number, { number: item.position, text: oneLine('locator', item.locator) })).join('\n');
}

const countryName = ({ organisation, notice }: LetterFacts): string =>
  new Intl.DisplayNames([notice.content.language], { type: 'region' }).of(oneLine('country', organisation.country)) ??
  organisation.country;

const isNameless = ({ notice, grounds }: LetterFacts): boolean => isNameWithheld(notice.content.answers, grounds);

const once = (words: readonly string[]): string[] => [...new Set(words)];
