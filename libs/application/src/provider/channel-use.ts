import type { CaseReach } from '#domain/access/reach.js';
import type { ChannelKind } from '#domain/notice/codes.js';
import type { DueBecause } from '#domain/provider/verify-channel.js';

/** What became of the letters by one channel. */
export interface ChannelCount {
  readonly kind: ChannelKind;
  readonly address: string;
  readonly sent: number;
  readonly failed: number;
  /** Nobody knows whether they arrived. */
  readonly unknown: number;
  /** Notices of which a mail server said later that they did not arrive. */
  readonly bounced: number;
  readonly lastUsedAt: Date | null;
}

/** That a named person gave their word for a channel nobody had verified, and for which notice. */
export interface GivenWord {
  readonly kind: ChannelKind;
  readonly address: string;
  readonly by: string | null;
  readonly at: Date;
  readonly noticeId: string;
  readonly reference: string;
}

/** A channel that somebody should look at. */
export interface ChannelToVerify {
  readonly platformCode: string;
  readonly platformName: string;
  readonly kind: ChannelKind;
  readonly address: string;
  readonly verifiedOn: string | null;
  readonly because: DueBecause;
}

/** How channels fared in the notices within somebody's reach. */
export abstract class ChannelUse {
  abstract counts(platformCode: string, reach: CaseReach): Promise<readonly ChannelCount[]>;
  /** The words given for notices that left, the newest first. */
  abstract words(platformCode: string, reach: CaseReach): Promise<readonly GivenWord[]>;
}

/** The channels that are due for a look on a day (ISO), by platform. */
export abstract class ChannelsToVerify {
  abstract due(day: string, reach: CaseReach): Promise<readonly ChannelToVerify[]>;
}
