import type { OpenDefect } from '#application/provider/defect-list.js';
import type { DeskLanguage } from '#domain/access/preference.js';
import type { LegalGround } from '#domain/ground/legal-ground.js';
import type { Notice } from '#domain/notice/notice.js';
import { keyOf } from '#domain/provider/channel-key.js';
import {
  channelLimits,
  channelOf,
  isReachable,
  needsWord,
  preferredChannels,
  takes,
  takesSecond,
} from '#domain/provider/choose-channel.js';
import type { Channel, Platform } from '#domain/provider/platform.js';
import { readIn } from '#domain/provider/register-text.js';
import { valueOf } from './channel.form.js';

/** What a channel asks of who uses it, as words of `channel-asks`. */
const ASKS = ['needsLogin', 'needsCaptcha', 'emailConfirmRequired'] as const;

/** With what eyes channels are looked at: for which grounds, past which open defects, and by a reader of which language. */
export interface Seen {
  readonly grounds: readonly LegalGround[];
  readonly open: readonly OpenDefect[];
  readonly language: DeskLanguage;
}

/** The channels of a platform in order of preference for this notice, each with why it fits or does not. */
export function channelsView(platform: Platform, notice: Notice, { grounds, open, language }: Seen) {
  const preferred = preferredChannels(platform, grounds, open);
  const standing = channelOf(platform, notice.content);
  const best = preferred.find(isReachable);
  const views = preferred
    .filter(isReachable)
    .map((one) => channelView(one, notice, { grounds, open, language, isBest: one === best }));
  return {
    channels: views,
    oneLanguage: views.length > 0 && !preferred.some((one) => isReachable(one) && takesSecond(one)),
    over: views.some(({ over }) => over.length > 0),
    closed: preferred
      .filter((one) => !isReachable(one))
      .map(({ kind, note }) => ({ kind, note: readIn(note, language) })),
    preselected: standing ? valueOf(standing) : best ? valueOf(best) : '',
    asksWord: preferred.some((one) => isReachable(one) && needsWord(one)),
  };
}

function channelView(
  channel: Channel,
  notice: Notice,
  { grounds, open, language, isBest }: Seen & { readonly isBest: boolean },
) {
  const { kind, address, verifiedOn, languages, limits, knownDefects, onlyFor = [] } = channel;
  const content = notice.content;
  const over = channelLimits(channel, { items: notice.items, content }).filter(({ limit }) => limit !== 'language');
  return {
    ...{ value: valueOf(channel), kind, address, verifiedOn, isBest, over },
    note: readIn(channel.note, language),
    languages: languages.join(', '),
    met: open.filter((one) => keyOf(one) === keyOf(channel)).map(({ defect, seenOn }) => ({ defect, seenOn })),
    asks: ASKS.filter((one) => limits[one] === true),
    special: onlyFor.length > 0 && takes(channel, grounds),
    elsewhere: !takes(channel, grounds),
    noFiles: limits.acceptsAttachments === false,
    ...{ maxUrls: limits.maxUrls, maxChars: limits.maxChars },
    defects: knownDefects.map(({ what, seenOn }) => ({ what: readIn(what, language), seenOn })),
  };
}
