import { DateTime } from 'luxon';
import type { DomainEvent } from '../event.js';
import { RuleViolation } from '../rule-violation.js';
import { isReachable } from './choose-channel.js';
import { channelAt, withChannel, type ChannelKey } from './channel-key.js';
import type { Channel, Platform } from './platform.js';

/** That a named person saw a channel work on a day; kept for good. */
export interface ChannelCheck {
  readonly platformCode: string;
  readonly kind: ChannelKey['kind'];
  /** Empty where the notice decides the address. */
  readonly address: string;
  readonly seenOn: string;
  readonly userId: string;
  readonly at: Date;
}

/** The platform with this channel seen to work on that day; refuses a channel that nobody could have used. */
export function verifiedChannel(platform: Platform, key: ChannelKey, day: string): Platform {
  const channel = channelAt(platform, key);
  if (!isReachable(channel)) throw new RuleViolation('channel.no-address');
  return withChannel(platform, key, { ...channel, verifiedOn: day, confidence: 'V' });
}

export const channelVerified = (code: string, kind: string, version: number): DomainEvent => ({
  kind: 'channel-verified',
  subject: 'platform',
  subjectId: code,
  facts: { channel: kind, version },
});

/** Why a channel is to be looked at again. */
export type DueBecause = 'year-ago' | 'used-unverified';

/**
 * Why somebody should look whether a channel still works, or null: once a year, and when it was used on a person's word
 * while nobody had seen it work. A channel that nobody verified and nobody uses can wait.
 */
export function dueForCheck(channel: Channel, used: { readonly byWord: number }, day: string): DueBecause | null {
  const { verifiedOn } = channel;
  if (!isReachable(channel)) return null;
  if (verifiedOn === null) return used.byWord > 0 ? 'used-unverified' : null;
  return DateTime.fromISO(verifiedOn).plus({ years: 1 }).toISODate()! <= day ? 'year-ago' : null;
}
