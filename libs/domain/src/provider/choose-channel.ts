import type { LegalGround } from '../ground/legal-ground.js';
import type { NoticeContent } from '../notice/notice-content.js';
import type { Notice } from '../notice/notice.js';
import { RuleViolation } from '../rule-violation.js';
import { keyOf, type ChannelKey } from './channel-key.js';
import type { Channel, Platform } from './platform.js';
import { subjectsOf } from './report-subject.js';

/** What of a notice decides by which channel it goes. */
export type ChannelChoice = Pick<NoticeContent, 'channel' | 'language' | 'answers'>;

/** A channel the machine or a person can reach: it has an address, or an interface whose address the notice decides. */
export const isReachable = ({ kind, address, api }: Channel): boolean =>
  address !== null || (kind === 'api' && typeof api === 'string');

/** The channel by which a notice goes; the one home of which it is, and of whether it may be used. */
export function channelChosen(platform: Platform, choice: ChannelChoice): Channel {
  const { channel: kind, answers } = choice;
  if (kind === null) throw new RuleViolation('notice.incomplete', { blockers: ['channel-missing'] });
  const chosen = channelOf(platform, choice);
  if (chosen === undefined) throw new RuleViolation('platform.no-usable-channel', { platform: platform.name });
  if (needsWord(chosen) && !hasWord(chosen, answers)) {
    throw new RuleViolation('platform.channel-unverified', { platform: platform.name, channel: chosen.address ?? '' });
  }
  if (!speaks(chosen, choice)) {
    throw new RuleViolation('platform.channel-languages', {
      ...{ platform: platform.name, languages: chosen.languages.join(', ') },
    });
  }
  return chosen;
}

/** The channel meant, whether or not it may be used: the one at the address chosen, else the first of its kind. */
export function channelOf({ channels }: Platform, { channel: kind, answers }: ChannelChoice): Channel | undefined {
  const reachable = channels.filter((one) => one.kind === kind && isReachable(one));
  const { channelAddress: wanted } = answers;
  if (wanted !== undefined) return reachable.find(({ address }) => (address ?? '') === wanted);
  return reachable.find((one) => !needsWord(one)) ?? reachable[0];
}

/** Nobody of ours saw it work: it is used on a person's word, or not at all (design.md §6). */
export const needsWord = ({ verifiedOn }: Channel): boolean => verifiedOn === null;

/** Somebody gave their word for exactly this channel. */
export const hasWord = ({ kind, address }: Channel, { channelWord }: ChannelChoice['answers']): boolean =>
  channelWord?.kind === kind && channelWord.address === (address ?? '');

/** Whether a letter goes by it in two languages: forms and interfaces take the text in the first alone. */
export const takesSecond = ({ kind }: Pick<Channel, 'kind'>): boolean => kind === 'email';

/** A language in which the notice goes there is read there; a channel of which nobody knows the languages is no obstacle. */
export const speaks = (channel: Channel, { language, answers: { alsoIn } }: ChannelChoice): boolean =>
  channel.languages.length === 0 ||
  [language, takesSecond(channel) ? alsoIn : null].some((one) => one && channel.languages.includes(one));

type Topic = Pick<LegalGround, 'category' | 'keyword'>;

/** Whether it takes notices on these grounds; a channel that names no topics takes all. */
export const takes = ({ onlyFor = [] }: Channel, grounds: readonly Topic[]): boolean =>
  onlyFor.length === 0 ||
  grounds.some(({ category, keyword }) => [category, keyword].some((one) => isOne(onlyFor, one)));

const isOne = (topics: readonly string[], topic: string | null): boolean => topic !== null && topics.includes(topic);

/** Asked in this order; the channel for which the first of these holds comes before one for which it does not. */
const PREFERRED: readonly ((channel: Channel, grounds: readonly Topic[], open: readonly ChannelKey[]) => boolean)[] = [
  isReachable,
  takes,
  (channel, _grounds, open) => !open.some((one) => keyOf(one) === keyOf(channel)),
  ({ onlyFor = [] }) => onlyFor.length > 0,
  (channel) => !needsWord(channel),
];

/**
 * The channels of a platform, the best for these grounds first; those equal stay in the order of the register. `open`
 * names the channels with a defect that nobody saw mended: they come after those that took the last notice.
 */
export function preferredChannels(
  { channels }: Pick<Platform, 'channels'>,
  grounds: readonly Topic[],
  open: readonly ChannelKey[] = [],
): Channel[] {
  const rank = (channel: Channel): number =>
    PREFERRED.reduce((sum, holds) => sum * 2 + (holds(channel, grounds, open) ? 0 : 1), 0);
  return [...channels].sort((a, b) => rank(a) - rank(b));
}

/** What a channel may take no more of. */
export const CHANNEL_BOUNDS = ['addresses', 'subjects', 'explanation', 'attachments', 'language'] as const;

/** What a notice has that its channel does not take; `most` is what it takes, in what the limit counts. */
export interface LimitExceeded {
  readonly limit: (typeof CHANNEL_BOUNDS)[number];
  readonly most: number;
  readonly has: number;
}

type Judged = Pick<Notice, 'content' | 'items'>;
type Limit = (channel: Channel, notice: Judged) => LimitExceeded | undefined;

const LIMITS: readonly Limit[] = [
  ({ limits: { maxUrls: most } }, { items }) => over('addresses', most, items.length),
  ({ api, limits }, { items }) =>
    api === null || limits.maxUrls !== null ? undefined : over('subjects', 1, subjectsOf(api, items)),
  ({ limits: { maxChars: most } }, { content }) => over('explanation', most, explanationOf(content).length),
  ({ limits }, { content: { answers } }) =>
    over('attachments', limits.acceptsAttachments === false ? 0 : null, (answers.enclosed ?? []).length),
  (channel, { content }) => over('language', speaks(channel, content) ? null : 0, 1),
];

/** Where a notice asks more of a channel than it takes: more addresses, a longer text, files, another language. */
export const channelLimits = (channel: Channel, notice: Judged): LimitExceeded[] =>
  LIMITS.flatMap((limit) => limit(channel, notice) ?? []);

/** Refuses what a channel does not take, each thing in its own sentence (`parts`); languages have a rule of their own. */
export function refuseOver(platform: Pick<Platform, 'name'>, channel: Channel, notice: Judged): void {
  const over = channelLimits(channel, notice).filter(({ limit }) => limit !== 'language');
  if (over.length === 0) return;
  const parts = over.map(({ limit, ...facts }) => new RuleViolation(`platform.over-${limit}`, facts));
  throw new RuleViolation('platform.over-limits', { platform: platform.name, n: parts.length, parts });
}

/** The reasons on all grounds as one text; counted in UTF-16 units, as forms count, which is never less than letters. */
export const explanationOf = ({ grounds }: Pick<NoticeContent, 'grounds'>): string =>
  grounds.map(({ explanation }) => explanation.trim()).join('\n\n');

const over = (limit: LimitExceeded['limit'], most: number | null, has: number): LimitExceeded | undefined =>
  most !== null && has > most ? { limit, most, has } : undefined;
