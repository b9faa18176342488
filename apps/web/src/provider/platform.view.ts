import type { ChannelCount, GivenWord } from '#application/provider/channel-use.js';
import type { ByName, StandingPlatform } from '#application/provider/platform-file.js';
import type { DefectRow } from '#application/provider/defect-list.js';
import type { DeskLanguage } from '#domain/access/preference.js';
import { keyOf, type ChannelKey } from '#domain/provider/channel-key.js';
import { isReachable } from '#domain/provider/choose-channel.js';
import type { Channel, Platform, Provider } from '#domain/provider/platform.js';
import { differencesBetween } from '#domain/provider/register-facts.js';
import { readAll, readIn } from '#domain/provider/register-text.js';
import type { Registered } from '#domain/provider/register-version.js';
import { dueForCheck, type ChannelCheck } from '#domain/provider/verify-channel.js';
import { shownDifference, shownValue, type Say } from './register-values.js';

/** What is known of a platform's channels beside what the register says of them. */
export interface ChannelHistory {
  readonly checks: readonly ByName<ChannelCheck>[];
  /** Null where who looks may know no figures. */
  readonly counts: readonly ChannelCount[] | null;
  readonly words: readonly GivenWord[];
  /** What we met ourselves and nobody saw resolved. */
  readonly defects: readonly DefectRow[];
  /** Today (ISO). */
  readonly day: string;
}

/** Who looks at a page: their language, and the words of the desk in it. */
export interface Reader {
  readonly language: DeskLanguage;
  readonly say: Say;
}

/** The legal facts of a platform and who is behind it. */
export function headView({ platform: { thing, loaded }, provider, siblings }: StandingPlatform, reader: Reader) {
  const { say, language } = reader;
  const { code, name, vlop, designatedOn, designatedUntil, millionUsers, confidence, source, verifiedOn } = thing;
  return {
    ...{ code, name, vlop, designatedOn, designatedUntil, millionUsers, confidence, source, verifiedOn },
    ...{ kind: thing.kind, hosts: thing.hosts, replies: readIn(thing.replies, language), isOwn: loaded === null },
    trustedFlagger: readAll(thing.trustedFlagger, ['note'], language),
    onlyPersonConcerned: thing.onlyPersonConcerned.map((one) => readAll(one, ['about', 'who'], language)),
    otherWays: thing.otherWays.map((one) => readAll(one, ['note'], language)),
    provider: providerView(provider.thing, siblings),
    elsewhere: [...saidElsewhere({ thing, loaded }, say), ...saidElsewhere(provider, say)],
  };
}

const providerView = ({ representative, contactPoints, ...provider }: Provider, siblings: readonly string[]) => ({
  ...{ legalEntity: provider.legalEntity, country: provider.country, coordinator: provider.coordinator },
  section3: provider.section3Exempt === null ? 'unknown' : provider.section3Exempt ? 'exempt' : 'not-exempt',
  representative: representative && { ...representative },
  contactPoints: contactPoints.map((one) => ({ ...one })),
  ...{ source: provider.source, verifiedOn: provider.verifiedOn, confidence: provider.confidence },
  siblings: siblings.join(', '),
});

/** Where the reference data say otherwise than what people made of it here. */
function saidElsewhere<T extends Platform | Provider>(
  { thing, loaded }: Pick<Registered<T>, 'thing' | 'loaded'>,
  say: Say,
) {
  return loaded === null ? [] : differencesBetween(thing, loaded).map((one) => shownDifference(one, say));
}

/** A channel with everything a caseworker weighs before using it. */
export function channelView(channel: Channel, at: number, history: ChannelHistory, { say, language }: Reader) {
  const { kind, address, api, confidence, verifiedOn, senderAddress, languages, limits } = channel;
  const mine = <T extends ChannelKey>(all: readonly T[]): T[] =>
    all.filter((one) => keyOf(one) === keyOf({ kind, address }));
  const words = mine(history.words);
  return {
    note: readIn(channel.note, language),
    ...{ at, kind, address, api, confidence, verifiedOn, senderAddress, isReachable: isReachable(channel) },
    languages: languages.join(', '),
    fields: channel.fields.map(({ field, required }) => ({ field, required })),
    limits: LIMITS.map((name) => ({ name, says: shownValue({ field: name, value: limits[name] }, say) })),
    defects: channel.knownDefects.map((one) => readAll(one, ['what'], language)),
    met: mine(history.defects.map((one) => ({ ...one, kind: one.channel, defect: one.kind }))),
    due: dueForCheck(channel, { byWord: words.length }, history.day),
    check: mine(history.checks).map(({ author, seenOn }) => ({ author, seenOn }))[0] ?? null,
    count: history.counts === null ? null : (mine(history.counts)[0] ?? UNUSED),
    words: words.slice(0, WORDS_SHOWN).map((one) => ({ ...one })),
    wordsTotal: words.length,
  };
}

const WORDS_SHOWN = 5;
const UNUSED = { sent: 0, failed: 0, unknown: 0, bounced: 0, lastUsedAt: null };
const LIMITS = [
  ...(['maxUrls', 'maxChars', 'needsLogin', 'needsCaptcha', 'emailConfirmRequired', 'acceptsAttachments'] as const),
];
