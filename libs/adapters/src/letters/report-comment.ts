import type { LetterFacts } from '#application/notice/letter-writer.js';
import { fitSheet, type FittedText, type ReasonsGiven, type TextBound } from '#domain/correspondence/sheet-room.js';
import { isLimited, numbersOf } from '#domain/ground/ground-items.js';
import { startOfDay } from '#domain/instant.js';
import { followedUp } from '#domain/notice/arising.js';
import { BONA_FIDE_TEXT_VERSION, bonaFideText } from '#domain/notice/bona-fide-text.js';
import { endangersLife, isNameWithheld } from '#domain/notice/notice-answers.js';
import { longDay } from './letter-day.js';
import type { LetterWords } from './letter-words.js';
import { fill, oneLine, paragraphs } from './plain-text.js';
import { isFlagger, provisionsOf } from './sheet-fields.js';

/** What a report is made from; `place` is the exact location where the report itself cannot name it, else empty. */
export interface ReportFacts {
  readonly facts: LetterFacts;
  readonly words: LetterWords;
  readonly place: string;
}

/** A paragraph of a report; what may be left out is. */
interface Paragraph {
  readonly demanded: boolean;
  readonly before: boolean;
  readonly text: (of: ReportFacts) => string;
}

const demanded = (text: Paragraph['text'], before = false): Paragraph => ({ demanded: true, before, text });
const spare = (text: Paragraph['text'], before = false): Paragraph => ({ demanded: false, before, text });

/** What a report says beside its reasons, for which it has no field; the most needed first. */
const BESIDE: readonly Paragraph[] = [
  demanded(head, true),
  spare(({ facts, words }) => (endangersLife(facts.notice.content.answers) ? words.report.says.danger : ''), true),
  demanded(({ words, place }) => (place === '' ? '' : fill(words.report.says.place, { place }))),
  demanded(locators),
  spare(({ facts, words }) =>
    facts.mandate === null ? '' : fill(words.report.says.mandate, { whom: words.mandate[facts.mandate] }),
  ),
  spare(({ facts, words }) => words.report.measures[facts.notice.content.measure]),
  spare(earlierNotice),
  spare(sharedData),
  spare(daysPosted),
  demanded(({ facts }) => bonaFideText(BONA_FIDE_TEXT_VERSION, facts.notice.content.language)),
  demanded(submitter),
];

/** The comment of a report: reference and law first, then why, and as much beside it as `fitSheet` lets in. */
export function reportComment(of: ReportFacts, bounds: readonly TextBound[]): FittedText {
  const beside = BESIDE.map(({ text, ...one }) => ({ ...one, said: text(of) }));
  const room = { bounds, between: '\n', refusal: 'letter.too-long-for-channel' } as const;
  return fitSheet([reasonsOf(of, true), reasonsOf(of, false)], beside, room);
}

function head({ facts, words: { report } }: ReportFacts): string {
  const reference = oneLine('reference', facts.notice.reference);
  return fill(isFlagger(facts) ? report.says.flagger : report.says.ordinary, { reference });
}

/** The reasons on each ground, always under its provision; with its title where there is room. */
function reasonsOf({ facts, words }: ReportFacts, titled: boolean): ReasonsGiven {
  const { content, items } = facts.notice;
  const [provisions, titles] = [provisionsOf(facts, words), titlesOf(facts)];
  const differ = content.grounds.some((ground) => isLimited(ground, items));
  const said = content.grounds.map((ground, index) => {
    const numbers = numbersOf(ground, items).join(', ');
    const where = differ ? ` (${fill(words.report.says.places, { numbers })})` : '';
    const title = titled ? `: ${titles[index] ?? ''}` : '';
    return [`${provisions[index] ?? ''}${title}${where}`, ...written(ground.explanation)].join('\n');
  });
  return { said: said.join('\n'), without: titled ? [] : titles };
}

const titlesOf = ({ notice, grounds }: LetterFacts): string[] =>
  notice.content.grounds.flatMap(({ code }) => {
    const ground = grounds.find((one) => one.code === code);
    if (!ground) return [];
    return oneLine('title', notice.content.language === 'nl' ? ground.titleNl : ground.titleEn);
  });

/** The lines of an explanation; every sign counts, so that there are no empty ones. */
const written = (explanation: string): string[] =>
  paragraphs('explanation', explanation)
    .map((line) => line.trim())
    .filter((line) => line !== '');

function locators({ facts, words }: ReportFacts): string {
  const placed = facts.notice.items.filter(({ locator }) => locator.trim() !== '');
  return placed
    .map(({ position: number, locator }) =>
      fill(words.report.says.locator, { number, text: oneLine('locator', locator) }),
    )
    .join('\n');
}

function earlierNotice({ facts: { notice, organisation }, words }: ReportFacts): string {
  const earlier = followedUp(notice.content.answers);
  if (earlier === null) return '';
  const day = longDay(earlier.sentAt, organisation.zone, notice.content.language);
  return fill(words.report.says.earlier, { day, reference: oneLine('earlier reference', earlier.reference) });
}

function sharedData({ facts, words }: ReportFacts): string {
  const { shared } = facts.notice.content.answers;
  return shared.map(({ field, text }) => `${words.shared[field]}: ${oneLine(field, text)}`).join('\n');
}

function daysPosted({ facts: { notice, organisation }, words }: ReportFacts): string {
  const { zone } = organisation;
  const said = notice.items.flatMap(({ position: number, postedOn }) => {
    if (postedOn === null) return [];
    const day = longDay(startOfDay(postedOn, zone), zone, notice.content.language);
    return fill(words.report.says.posted, { number, day });
  });
  return said.join('\n');
}

/** Who submits it (Art. 16(2)(c) DSA); the person's part stays out where the law allows it and somebody asked so. */
function submitter({ facts: { notice, grounds, organisation } }: ReportFacts): string {
  const { submitterName, submitterEmail, answers } = notice.content;
  const ours = oneLine('organisation', organisation.name);
  if (isNameWithheld(answers, grounds)) return ours;
  return [oneLine('submitterName', submitterName), oneLine('submitterEmail', submitterEmail), ours].join(', ');
}
