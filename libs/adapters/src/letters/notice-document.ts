import { createHash } from 'node:crypto';
import type { LetterFacts } from '#application/notice/letter-writer.js';
import { numbersOf } from '#domain/ground/ground-items.js';
import { dayIn } from '#domain/instant.js';
import { followedUp } from '#domain/notice/arising.js';
import { BONA_FIDE_TEXT_VERSION, bonaFideText } from '#domain/notice/bona-fide-text.js';
import { endangersLife, isNameWithheld } from '#domain/notice/notice-answers.js';
import { RuleViolation } from '#domain/rule-violation.js';

// An Art. 16 notice as a JSON document, format 1; the schema is docs/notice.schema.json (JSON Schema 2020-12).

/** Name and version of the format. */
export const NOTICE_FORMAT = 'seinpost-notice/1';

/** The name under which it goes along, before any other file. */
export const NOTICE_FILE = 'notice.json';

/** The document of a notice; `replyTo` is where answers are read. Says nothing that its letter does not say. */
export function noticeDocument(facts: LetterFacts, replyTo: string) {
  const { notice, at, platform } = facts;
  const { content } = notice;
  return {
    format: NOTICE_FORMAT,
    reference: notice.reference,
    writtenAt: at.toISOString(),
    language: content.language,
    regime: notice.regime,
    trustedFlagger: flaggerOf(facts),
    submitter: submitterOf(facts),
    replyTo,
    platform: { code: platform.code, name: platform.name },
    lifeAtStake: endangersLife(content.answers),
    items: itemsOf(facts),
    grounds: groundsOf(facts),
    category: content.category,
    manipulated: content.manipulated,
    measure: content.measure,
    onBehalfOf: facts.mandate,
    personConcerned: content.answers.shared.map(({ field, text }) => ({ field, text })),
    earlierNotice: earlierOf(facts),
    bonaFide: { text: bonaFideText(BONA_FIDE_TEXT_VERSION, content.language), textVersion: BONA_FIDE_TEXT_VERSION },
    enclosures: facts.enclosures.map(({ name, mediaType, bytes }) => ({
      ...{ name, mediaType, size: bytes.byteLength, sha256: createHash('sha256').update(bytes).digest('hex') },
    })),
  };
}

/** As bytes: members in the order of the schema, two spaces, a line end. */
export const noticeJson = (document: ReturnType<typeof noticeDocument>): string =>
  `${JSON.stringify(document, null, 2)}\n`;

/** Who made us one, when and for what; null where we do not act as one. */
function flaggerOf({ notice, organisation }: LetterFacts) {
  if (notice.regime !== 'article-22') return null;
  const { authority, designatedOn, areaOfExpertise } = organisation.designation;
  return { organisation: organisation.name, authority, country: organisation.country, designatedOn, areaOfExpertise };
}

/** Art. 16(2)(c): the desk, never a caseworker; name and address stay away where every ground allows it and somebody asked. */
function submitterOf({ notice, organisation, grounds }: LetterFacts) {
  const { submitterName, submitterEmail, answers } = notice.content;
  const { name: organisationName, postalAddress } = organisation;
  const withheld = isNameWithheld(answers, grounds);
  return {
    ...(withheld ? { name: null, email: null } : { name: submitterName, email: submitterEmail }),
    ...{ withheldUnder: withheld ? 'Art. 16(2)(c) Regulation (EU) 2022/2065' : null },
    ...{ organisation: organisationName, postalAddress },
  };
}

const itemsOf = ({ notice }: LetterFacts) =>
  notice.items.map(({ url, contentType, locator, postedOn }, index) => ({
    ...{ number: index + 1, url, contentType },
    locator: locator.trim() === '' ? null : locator.trim(),
    postedOn: postedOn ?? null,
  }));

function groundsOf({ notice, grounds }: LetterFacts) {
  const { language } = notice.content;
  return notice.content.grounds.map((reasoned, index) => {
    const ground = grounds.find(({ code }) => code === reasoned.code);
    if (!ground) throw new RuleViolation('letter.fact-missing', { fact: `ground ${reasoned.code}` });
    return {
      ...{ number: index + 1, code: ground.code, country: ground.country },
      ...{ law: language === 'nl' ? ground.lawNl : ground.lawEn, article: ground.article },
      ...{ title: language === 'nl' ? ground.titleNl : ground.titleEn },
      ...{ category: ground.category, keyword: ground.keyword },
      ...{ items: numbersOf(reasoned, notice.items), explanation: reasoned.explanation.trim() },
    };
  });
}

/** What this notice follows up; the others it came from are a matter of the desk alone. */
function earlierOf({ notice, organisation }: LetterFacts) {
  const earlier = followedUp(notice.content.answers);
  return earlier && { reference: earlier.reference, sentOn: dayIn(earlier.sentAt, organisation.zone) };
}
