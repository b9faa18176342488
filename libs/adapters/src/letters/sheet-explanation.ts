import type { LetterFacts } from '#application/notice/letter-writer.js';
import { fitSheet, type BesideReasons, type FittedText, type ReasonsGiven } from '#domain/correspondence/sheet-room.js';
import { isLimited, numbersOf } from '#domain/ground/ground-items.js';
import { startOfDay } from '#domain/instant.js';
import { followedUp } from '#domain/notice/arising.js';
import { BONA_FIDE_TEXT_VERSION, bonaFideText } from '#domain/notice/bona-fide-text.js';
import { endangersLife } from '#domain/notice/notice-answers.js';
import type { FormField } from '#domain/provider/platform.js';
import { longDay } from './letter-day.js';
import type { LetterWords } from './letter-words.js';
import { fill, oneLine, paragraphs } from './plain-text.js';
import { categoryName, designation, isFlagger, locators, provisionsOf } from './sheet-fields.js';

/** What of the form decides what its field for the explanation has to say as well. */
interface Room {
  readonly asked: readonly FormField[];
  readonly most: number | null;
}

/** A paragraph beside the reasons: said where the form has no field of its own for it. */
interface Beside extends Pick<BesideReasons, 'demanded' | 'before'> {
  readonly unless: FormField | null;
  readonly text: (facts: LetterFacts, words: LetterWords) => string;
}

const SPARE = { demanded: false, before: false } as const;
const FIRST = { demanded: false, before: true } as const;
const DEMANDED = { demanded: true, before: false } as const;

/** What the law asks of a notice, or helps it along, and a form may not ask; the most needed first. */
const BESIDE: readonly Beside[] = [
  {
    ...{ unless: null, ...FIRST },
    text: ({ notice }, { sheet }) => (endangersLife(notice.content.answers) ? sheet.says.danger : ''),
  },
  {
    ...{ unless: null, ...SPARE },
    text: ({ notice }, { sheet }) => fill(sheet.says.reference, { reference: notice.reference }),
  },
  {
    ...{ unless: 'designation', ...FIRST },
    text: (facts, words) => (isFlagger(facts) ? `${designation(facts, words)}. ${words.sheet.says.priority}` : ''),
  },
  {
    ...{ unless: 'role', ...SPARE },
    text: ({ mandate }, words) =>
      mandate === null ? '' : fill(words.sheet.says.mandate, { whom: words.mandate[mandate] }),
  },
  { unless: 'location', ...DEMANDED, text: (facts, words) => locators({ facts, words }) },
  { unless: null, ...SPARE, text: ({ notice }, { sheet }) => sheet.measures[notice.content.measure] },
  { unless: null, ...SPARE, text: earlierNotice },
  { unless: null, ...SPARE, text: sharedData },
  { unless: null, ...SPARE, text: daysPosted },
  { unless: null, ...SPARE, text: ({ notice }, { sheet }) => sheet.manipulated[notice.content.manipulated] },
  {
    ...{ unless: 'category', ...SPARE },
    text: (facts, { sheet }) => labelled(sheet.fields.category, categoryName(facts)),
  },
  {
    ...{ unless: 'statement', ...DEMANDED },
    text: ({ notice }) => bonaFideText(BONA_FIDE_TEXT_VERSION, notice.content.language),
  },
];

/**
 * The reasons, with what the form asks nowhere else; where it counts characters (UTF-16 units, as forms count), as much
 * of it as `fitSheet` lets in.
 */
export function sheetExplanation(facts: LetterFacts, words: LetterWords, { asked, most }: Room): FittedText {
  const wanted = BESIDE.filter(({ unless }) => unless === null || !asked.includes(unless));
  const beside = wanted.map(({ text, demanded, before }) => ({ demanded, before, said: text(facts, words) }));
  const bounds = most === null ? [] : [{ most, length: (text: string) => text.length }];
  return fitSheet([reasonsOf(facts, words, true), reasonsOf(facts, words, false)], beside, {
    ...{ bounds, between: '\n\n', refusal: 'letter.explanation-limit' },
  });
}

/** The notice that this one follows up. */
function earlierNotice({ notice, organisation }: LetterFacts, { sheet }: LetterWords): string {
  const earlier = followedUp(notice.content.answers);
  if (earlier === null) return '';
  const day = longDay(earlier.sentAt, organisation.zone, notice.content.language);
  return fill(sheet.says.earlier, { day, reference: oneLine('earlier reference', earlier.reference) });
}

/** When each address was posted; of several addresses by their number. */
function daysPosted({ notice, organisation }: LetterFacts, { sheet }: LetterWords): string {
  const said = notice.items.flatMap(({ position, postedOn }) => {
    if (postedOn === null) return [];
    const day = longDay(startOfDay(postedOn, organisation.zone), organisation.zone, notice.content.language);
    const text = fill(sheet.says.posted, { day });
    return notice.items.length === 1 ? text : fill(sheet.says.address, { number: position, text });
  });
  return said.join('\n');
}

/** The reasons of each ground; under the name of its provision where there is room for that. */
function reasonsOf(facts: LetterFacts, words: LetterWords, headed: boolean): ReasonsGiven {
  const { content, items } = facts.notice;
  const provisions = provisionsOf(facts, words);
  const differ = content.grounds.some((ground) => isLimited(ground, items));
  const said = content.grounds.map((ground, index) => {
    const where = differ
      ? ` (${fill(words.sheet.says.addresses, { numbers: numbersOf(ground, items).join(', ') })})`
      : '';
    const lines = paragraphs('explanation', ground.explanation).join('\n');
    return headed ? `${provisions[index] ?? ''}${where}:\n${lines}` : lines;
  });
  return { said: said.join('\n\n'), without: headed ? [] : provisions };
}

function sharedData({ notice }: LetterFacts, words: LetterWords): string {
  return notice.content.answers.shared
    .map(({ field, text }) => labelled(words.shared[field], oneLine(field, text)))
    .join('\n');
}

const labelled = (label: string, text: string): string => (text === '' ? '' : `${label}: ${text}`);
