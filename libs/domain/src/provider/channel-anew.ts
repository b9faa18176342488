import type { LegalGround } from '../ground/legal-ground.js';
import type { NoticeAnswers } from '../notice/notice-answers.js';
import type { NoticeContent } from '../notice/notice-content.js';
import type { ChannelKey } from './channel-key.js';
import { channelOf, isReachable, preferredChannels } from './choose-channel.js';
import type { Platform } from './platform.js';

/** What stands there of a notice that a program writes anew, as far as its channel goes. */
export type ChannelBefore = Pick<NoticeContent, 'platformCode' | 'channel' | 'language' | 'answers'>;

/** What speaks for a channel, and against: the grounds, and the channels with a defect that nobody saw mended. */
interface Weighing {
  readonly grounds: readonly Pick<LegalGround, 'category' | 'keyword'>[];
  readonly open?: readonly ChannelKey[];
}

/**
 * The channel of a notice that a program writes, which knows of none: the one a person chose while their platform still
 * has it, else the best for these grounds, or null where nobody can reach one. With another channel the address and
 * the word of the one before go: they were said of that one alone.
 */
export function channelAnew(
  platform: Platform,
  { grounds, open = [] }: Weighing,
  before: ChannelBefore,
): Pick<NoticeContent, 'channel' | 'answers'> {
  if (isStillThere(platform, before)) return { channel: before.channel, answers: before.answers };
  const best = preferredChannels(platform, grounds, open).find(isReachable);
  return { channel: best?.kind ?? null, answers: ofNoChannel(before.answers) };
}

/** A person chose it, and it can be reached; whether its limits and languages suit is told at the desk, not decided here. */
const isStillThere = (platform: Platform, before: ChannelBefore): boolean =>
  before.platformCode === platform.code &&
  before.answers.channelAddress !== undefined &&
  channelOf(platform, before) !== undefined;

function ofNoChannel({ channelAddress: _address, ...answers }: NoticeAnswers): NoticeAnswers {
  return { ...answers, channelWord: null };
}
