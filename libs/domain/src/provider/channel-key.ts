import type { ChannelKind } from '../notice/codes.js';
import { RuleViolation } from '../rule-violation.js';
import type { Channel, Platform } from './platform.js';
import { NO_TEXT } from './register-text.js';

/** What tells a channel from the others of its platform. */
export interface ChannelKey {
  readonly kind: ChannelKind;
  readonly address: string | null;
}

/** A channel's key as one text. */
export const keyOf = ({ kind, address }: ChannelKey): string => `${kind} ${address ?? ''}`;

/** The channel with this key; refuses `channel.not-found`. */
export function channelAt({ code, channels }: Platform, key: ChannelKey): Channel {
  const found = channels.find((one) => keyOf(one) === keyOf(key));
  if (!found) throw new RuleViolation('channel.not-found', { code });
  return found;
}

/** The platform with one of its channels written anew, or taken away (null). */
export const withChannel = (platform: Platform, key: ChannelKey, now: Channel | null): Platform => ({
  ...platform,
  channels: platform.channels.flatMap((one) => (keyOf(one) !== keyOf(key) ? [one] : now === null ? [] : [now])),
});

/** A channel as a person rewrote it; at another address it is another channel, which nobody has seen work. */
export const rewritten = (was: Channel, now: Channel): Channel =>
  keyOf(was) === keyOf(now) ? now : { ...now, verifiedOn: null, confidence: 'K' };

/** A channel of which nobody has seen more than its address. */
export const newChannel = (key: ChannelKey): Channel => ({
  ...key,
  api: null,
  languages: [],
  verifiedOn: null,
  confidence: 'K',
  note: NO_TEXT,
  fields: [],
  limits: {
    maxUrls: null,
    maxChars: null,
    needsLogin: null,
    needsCaptcha: null,
    emailConfirmRequired: null,
    acceptsAttachments: null,
  },
  knownDefects: [],
  senderAddress: null,
});
