import type { LetterFacts } from '#application/notice/letter-writer.js';
import { isLimited, numbersOf } from '#domain/ground/ground-items.js';
import { BONA_FIDE_TEXT_VERSION, bonaFideText } from '#domain/notice/bona-fide-text.js';
import { endangersLife } from '#domain/notice/notice-answers.js';
import type { FormField } from '#domain/provider/platform.js';
import type { LetterWords } from './letter-words.js';
import { fill, oneLine, paragraphs } from './plain-text.js';
import { categoryName, designation, isFlagger, locators, provisionsOf } from './sheet-fields.js';

/** What of the form decides what its field for the explanation has to say as well. */
interface Room {
  readonly asked: readonly FormField[];
  readonly most: number | null;
}

/** A paragraph beside the reasons: said where the form has no field of its own for it. */
interface Beside {
  readonly unless: FormField | null;
  readonly before: boolean;
  readonly text: (facts: LetterFacts, words: LetterWords) => string;
}

/** What the law asks of a notice, or helps it along, and a form may not ask; the most needed first. */
const BESIDE: readonly Beside[] = [
  {
    ...{ unless: null, before: true },
    text: ({ notice }, { sheet }) => (endangersLife(notice.content.answers) ? sheet.says.danger : ''),
  },
  {
    ...{ unless: null, before: false },
    text: ({ notice }, { sheet }) => fill(sheet.says.reference, { reference: notice.reference }),
  },
  {
    ...{ unless: 'designation', before: true },
    text: (facts, words) => (isFlagger(facts) ? `${designation(facts, words)}. ${words.sheet.says.priority}` : ''),
  },
  {
    ...{ unless: 'role', before: false },
    text: ({ mandate }, words) =>
      mandate === null ? '' : fill(words.sheet.says.mandate, { whom: words.mandate[mandate] }),
  },
  { unless: 'location', before: false, text: (facts, words) => locators({ facts, words }) },
  { unless: null, before: false, text: ({ notice }, { sheet }) => sheet.measures[notice.content.measure] },
  { unless: null, before: false, text: sharedData },
  {
    ...{ unless: null, before: false },
    text: ({ notice }, { sheet }) => sheet.manipulated[notice.content.manipulated],
  },
  {
    ...{ unless: 'category', before: false },
    text: (facts, { sheet }) => labelled(sheet.fields.category, categoryName(facts)),
  },
  {
    ...{ unless: 'statement', before: false },
    text: ({ notice }) => bonaFideText(BONA_FIDE_TEXT_VERSION, notice.content.language),
  },
];

/**
 * The reasons, with what the form asks nowhere else. Where it counts characters, what is needed least is left out until
 * it fits; the reasons themselves never are.
 */
export function sheetExplanation(facts: LetterFacts, words: LetterWords, { asked, most }: Room): string {
  const wanted = BESIDE.filter(({ unless }) => unless === null || !asked.includes(unless));
  const beside = wanted.map((one) => ({ ...one, said: one.text(facts, words) })).filter(({ said }) => said !== '');
  for (const headed of [true, false]) {
    const reasons = reasonsOf(facts, words, headed);
    for (let kept = beside.length; kept >= 0; kept -= 1) {
      const text = inOrder(beside.slice(0, kept), reasons);
      if (most === null || text.length <= most) return text;
    }
  }
  return reasonsOf(facts, words, false);
}

function inOrder(beside: readonly { readonly before: boolean; readonly said: string }[], reasons: string): string {
  const said = (before: boolean) => beside.filter((one) => one.before === before).map((one) => one.said);
  return [...said(true), reasons, ...said(false)].join('\n\n');
}

/** The reasons of each ground; under the name of its provision where there is room for that. */
function reasonsOf(facts: LetterFacts, words: LetterWords, headed: boolean): string {
  const { content, items } = facts.notice;
  const provisions = provisionsOf(facts, words);
  const differ = content.grounds.some((ground) => isLimited(ground, items));
  return content.grounds
    .map((ground, index) => {
      const where = differ
        ? ` (${fill(words.sheet.says.addresses, { numbers: numbersOf(ground, items).join(', ') })})`
        : '';
      const lines = paragraphs('explanation', ground.explanation).join('\n');
      return headed ? `${provisions[index] ?? ''}${where}:\n${lines}` : lines;
    })
    .join('\n\n');
}

function sharedData({ notice }: LetterFacts, words: LetterWords): string {
  return notice.content.answers.shared
    .map(({ field, text }) => labelled(words.shared[field], oneLine(field, text)))
    .join('\n');
}

const labelled = (label: string, text: string): string => (text === '' ? '' : `${label}: ${text}`);
