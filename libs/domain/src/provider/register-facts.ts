import { DESK_LANGUAGES, type DeskLanguage } from '../access/preference.js';
import { isSame } from '../is-same.js';
import { keyOf, type ChannelKey } from './channel-key.js';
import type { Channel, Platform, Provider } from './platform.js';

/** A single fact as people compare it; a list is one text per line. */
export type FactValue = string | number | boolean | null | readonly string[];

/** One fact of a platform or provider: which, of which channel (null: of the thing itself), and what it says. */
export interface RegisterFact {
  readonly field: string;
  readonly channel: ChannelKey | null;
  readonly value: FactValue;
}

/** A fact that two versions tell differently; `null` also where a version has no such channel. */
export interface RegisterDifference extends Omit<RegisterFact, 'value'> {
  readonly from: FactValue;
  readonly to: FactValue;
}

type Fields = readonly (readonly [field: string, value: FactValue])[];
type Origin = Pick<Platform, 'source' | 'verifiedOn' | 'confidence'>;

/** Every fact of a platform or provider, in the order in which its page shows them. */
export const factsOf = (thing: Platform | Provider): RegisterFact[] =>
  'legalEntity' in thing ? own(providerFields(thing)) : platformFacts(thing);

/** What the later one says otherwise, in the order of its facts; what is gone comes last. */
export function differencesBetween<T extends Platform | Provider>(before: T, after: T): RegisterDifference[] {
  const [were, are] = [factsOf(before), factsOf(after)];
  const old = new Map(were.map((fact) => [nameOf(fact), fact.value]));
  const now = new Set(are.map(nameOf));
  const gone = were.filter((fact) => !now.has(nameOf(fact)));
  return [
    ...are.map(({ value, ...fact }) => ({ ...fact, from: old.get(nameOf(fact)) ?? null, to: value })),
    ...gone.map(({ value, ...fact }) => ({ ...fact, from: value, to: null })),
  ].filter(({ from, to }) => !isSame(from, to) && !(isBlank(from) && isBlank(to)));
}

/** The names of the fields that differ, each once: what the log may know of a change. */
export const fieldsThatDiffer = (differences: readonly RegisterDifference[]): string[] => [
  ...new Set(differences.map(({ field }) => field)),
];

const nameOf = ({ field, channel }: Omit<RegisterFact, 'value'>): string => `${channel ? keyOf(channel) : ''}|${field}`;
const isBlank = (value: FactValue): boolean =>
  value === null || value === '' || (Array.isArray(value) && !value.length);
const own = (fields: Fields): RegisterFact[] => fields.map(([field, value]) => ({ field, channel: null, value }));

function platformFacts(platform: Platform): RegisterFact[] {
  const ofChannels = platform.channels.flatMap((channel) => {
    const { kind, address } = channel;
    return channelFields(channel).map(([field, value]) => ({ field, channel: { kind, address }, value }));
  });
  return [...own(platformFields(platform)), ...ofChannels];
}

const providerFields = ({ representative, contactPoints, ...provider }: Provider): Fields => [
  ['legal-entity', provider.legalEntity],
  ['country', provider.country],
  ['coordinator', provider.coordinator],
  ['section3-exempt', provider.section3Exempt],
  ['representative', representative?.name ?? null],
  ['representative-country', representative?.country ?? null],
  ['contact-points', contactPoints.map(({ purpose, address }) => `${purpose}: ${address}`)],
  ...originFields(provider),
];

const platformFields = ({ trustedFlagger, ...platform }: Platform): Fields => [
  ['name', platform.name],
  ['kind', platform.kind],
  ['vlop', platform.vlop],
  ['designated-on', platform.designatedOn],
  ['designated-until', platform.designatedUntil],
  ['million-users', platform.millionUsers],
  ['hosts', platform.hosts],
  ['flagger-route', trustedFlagger.route],
  ['flagger-hours', trustedFlagger.answersWithinHours],
  ...inEach('flagger-note', (language) => trustedFlagger.note[language]),
  ...inEach('only-person', (language) => personRules(platform, language)),
  ...inEach('other-ways', (language) =>
    platform.otherWays.map(({ kind, address, note }) => [kind, address, note[language]].filter(Boolean).join(' ')),
  ),
  ...inEach('replies', (language) => platform.replies[language]),
  ...originFields(platform),
];

const channelFields = ({ limits, ...channel }: Channel): Fields => [
  ['languages', channel.languages],
  ['verified-on', channel.verifiedOn],
  ['confidence', channel.confidence],
  ...inEach('note', (language) => channel.note[language]),
  ['fields', channel.fields.map(({ field, required }) => (required ? `${field} *` : field))],
  ['max-urls', limits.maxUrls],
  ['max-chars', limits.maxChars],
  ['needs-login', limits.needsLogin],
  ['needs-captcha', limits.needsCaptcha],
  ['email-confirm', limits.emailConfirmRequired],
  ['attachments', limits.acceptsAttachments],
  ['only-for', channel.onlyFor ?? []],
  ['sender-address', channel.senderAddress],
];

/** A text as a fact of each language, for people change them apart: `replies-nl`, `replies-en`. */
const inEach = (field: string, said: (language: DeskLanguage) => FactValue): Fields =>
  DESK_LANGUAGES.map((language) => [`${field}-${language}`, said(language)] as const);

const personRules = (
  { onlyPersonConcerned }: Pick<Platform, 'onlyPersonConcerned'>,
  language: DeskLanguage,
): string[] => onlyPersonConcerned.map(({ about, who }) => [about[language], who[language]].filter(Boolean).join(': '));

const originFields = ({ source, verifiedOn, confidence }: Origin): Fields => [
  ['source', source],
  ['verified-on', verifiedOn],
  ['confidence', confidence],
];
