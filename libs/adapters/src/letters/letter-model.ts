import { createHash } from 'node:crypto';
import type { LetterFacts } from '#application/notice/letter-writer.js';
import { CATEGORY_LABELS } from '#domain/ground/category.js';
import { followedUp } from '#domain/notice/arising.js';
import { BONA_FIDE_TEXT_VERSION, bonaFideText } from '#domain/notice/bona-fide-text.js';
import { isLimited, numbersOf } from '#domain/ground/ground-items.js';
import type { LegalGround } from '#domain/ground/legal-ground.js';
import { endangersLife, isNameWithheld } from '#domain/notice/notice-answers.js';
import { startOfDay } from '#domain/instant.js';
import type { LetterLanguage } from '#domain/notice/codes.js';
import { toldCause } from '#domain/notice/withdrawal-reason.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { longDay } from './letter-day.js';
import type { LetterWords } from './letter-words.js';
import { oneLine, paragraphs } from './plain-text.js';

type WriteDay = (moment: Date) => string;

/** Everything the templates may show, computed; a key they ask for and that is not here is an error. */
export function letterModel(facts: LetterFacts, language: LetterLanguage, words: LetterWords): Record<string, unknown> {
  const { notice, organisation, platform } = facts;
  const day: WriteDay = (moment) => longDay(moment, organisation.zone, language);
  const model = {
    reference: oneLine('reference', notice.reference),
    date: day(facts.at),
    platform: oneLine('platform', platform.name),
    deskName: oneLine('deskName', organisation.deskName),
    deskEmail: oneLine('deskEmail', organisation.deskEmail),
    organisation: oneLine('organisation', organisation.name),
    postalAddress: oneLine('postalAddress', organisation.postalAddress),
    items: itemsOf(facts, words, day),
  };
  return facts.purpose === 'notice'
    ? { ...model, ...designationOf(facts, day), ...claims(facts, language, words, day) }
    : { ...model, sentOn: day(given('sentAt', notice.moments.sentAt)), told: toldOf(facts) };
}

/** What a platform may know of why a notice is withdrawn. */
function toldOf({ notice }: LetterFacts) {
  const cause = toldCause(notice.content.answers.withdrawal);
  return {
    ...{ duplicate: cause === 'duplicate', wrongAddress: cause === 'wrong-address' },
    ...{ wrongPlatform: cause === 'wrong-platform', notIllegal: cause === 'not-illegal' },
  };
}

function claims(
  facts: LetterFacts,
  language: LetterLanguage,
  words: LetterWords,
  day: WriteDay,
): Record<string, unknown> {
  const { content, items } = facts.notice;
  return {
    lifeAtStake: endangersLife(content.answers),
    several: items.length > 1,
    count: items.length,
    nameWithheld: isNameWithheld(content.answers, facts.grounds),
    groundsDiffer: content.grounds.some((ground) => isLimited(ground, items)),
    severalGrounds: content.grounds.length > 1,
    grounds: groundsOf(facts, language, words.article),
    hasMandate: facts.mandate !== null,
    mandate: facts.mandate === null ? '-' : words.mandate[facts.mandate],
    hasShared: content.answers.shared.length > 0,
    shared: content.answers.shared.map(({ field, text }) => ({
      field: words.shared[field],
      text: oneLine(field, text),
    })),
    ...categoryOf(facts, language),
    manipulated: { edited: content.manipulated === 'edited', generated: content.manipulated === 'ai-generated' },
    measure: measureOf(facts),
    bonaFideText: bonaFideText(BONA_FIDE_TEXT_VERSION, language),
    submitterName: oneLine('submitterName', content.submitterName),
    submitterEmail: oneLine('submitterEmail', content.submitterEmail),
    enclosures: enclosuresOf(facts),
    ...earlierOf(facts, day),
  };
}

const enclosuresOf = ({ enclosures }: LetterFacts) =>
  enclosures.map(({ name, mediaType, bytes }) => ({
    ...{ name: oneLine('enclosure', name), mediaType, size: bytes.byteLength },
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }));

function earlierOf({ notice }: LetterFacts, day: WriteDay) {
  const earlier = followedUp(notice.content.answers);
  if (earlier === null) return { hasEarlier: false, earlier: { on: '-', reference: '-' } };
  const reference = oneLine('earlier reference', earlier.reference);
  return { hasEarlier: true, earlier: { on: day(earlier.sentAt), reference } };
}

/** Who made us a trusted flagger, when and for what; shown only where we act as one. */
function designationOf({ organisation, notice }: LetterFacts, day: WriteDay) {
  const { authority, designatedOn, areaOfExpertise } = organisation.designation;
  return {
    trustedFlagger: notice.regime === 'article-22',
    country: oneLine('country', organisation.country),
    designation: {
      authority: oneLine('authority', authority),
      on: day(startOfDay(oneLine('designatedOn', designatedOn), organisation.zone)),
      areaOfExpertise: oneLine('areaOfExpertise', areaOfExpertise),
    },
  };
}

function itemsOf({ notice, organisation }: LetterFacts, words: LetterWords, day: WriteDay) {
  if (notice.items.length === 0) throw new RuleViolation('letter.fact-missing', { fact: 'items' });
  return notice.items.map((item, index) => ({
    number: index + 1,
    url: oneLine('url', item.url),
    contentType: words.contentType[item.contentType],
    hasLocator: item.locator.trim() !== '',
    locator: item.locator.trim() === '' ? '-' : oneLine('locator', item.locator),
    hasPostedOn: item.postedOn !== null,
    postedOn: item.postedOn === null ? '-' : day(startOfDay(item.postedOn, organisation.zone)),
  }));
}

function groundsOf({ notice, grounds, reasonsIn }: LetterFacts, language: LetterLanguage, article: string) {
  if (notice.content.grounds.length === 0) throw new RuleViolation('letter.fact-missing', { fact: 'grounds' });
  return (reasonsIn[language] ?? notice.content.grounds).map((reasoned, index) => {
    const { code, explanation } = reasoned;
    const ground = given(
      `ground ${code}`,
      grounds.find((one) => one.code === code),
    );
    return {
      number: index + 1,
      provision: `${lawName(ground, language)}, ${article} ${oneLine('article', ground.article)}`,
      title: oneLine('title', language === 'nl' ? ground.titleNl : ground.titleEn),
      locations: numbersOf(reasoned, notice.items).join(', '),
      explanation: paragraphs('explanation', explanation).map((line) => (line === '' ? '' : `    ${line}`)),
    };
  });
}

const lawName = (ground: LegalGround, language: LetterLanguage): string =>
  oneLine('law', language === 'nl' ? ground.lawNl : ground.lawEn);

function categoryOf({ notice }: LetterFacts, language: LetterLanguage) {
  const { category } = notice.content;
  if (category === null) return { hasCategory: false, category: { code: '-', label: '-' } };
  const labels = (CATEGORY_LABELS as Readonly<Record<string, { nl: string; en: string }>>)[category];
  return { hasCategory: true, category: { code: category, label: given(`category ${category}`, labels)[language] } };
}

function measureOf({ notice }: LetterFacts) {
  const asked = notice.content.measure;
  return {
    ...{ none: asked === 'none', remove: asked === 'remove', deIndex: asked === 'de-index' },
    ...{ restrict: asked === 'restrict', account: asked === 'account', preserve: asked === 'preserve' },
  };
}

function given<T>(fact: string, value: T | null | undefined): T {
  if (value === null || value === undefined) throw new RuleViolation('letter.fact-missing', { fact });
  return value;
}
