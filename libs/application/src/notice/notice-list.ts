import type { CaseReach } from '#domain/access/reach.js';
import type { Origin } from '#domain/notice/codes.js';
import type { NoticeStatus } from '#domain/notice/notice-status.js';
import type { OutcomeClass } from '#domain/outcome/outcome-code.js';
import type { PageOf, WhichPage } from '../page-of.js';

/** A notice in a list, with how it stands now. */
export interface NoticeRow {
  readonly id: string;
  readonly reference: string;
  readonly caseId: string | null;
  readonly caseReference: string | null;
  readonly platformCode: string | null;
  readonly platformName: string | null;
  readonly status: NoticeStatus;
  /** Null while it has not been sent. */
  readonly class: OutcomeClass | null;
  readonly partly: boolean;
  readonly items: number;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
  readonly deliveryState: string | null;
  /** Since when its form waits to be handed in; null where none does. */
  readonly formSince: Date | null;
}

/** A notice in which an address stood before. */
export interface EarlierNotice extends NoticeRow {
  readonly canonicalUrl: string;
  /** The name of who sent it from this desk; null for one that was not sent, or not from here. */
  readonly sentBy: string | null;
}

/** Which notices are meant. */
export interface NoticeChoice {
  readonly statuses: readonly NoticeStatus[];
  /** Only those of which a delivery stands so; null for all. */
  readonly deliveryState: string | null;
  /** Only those in this follow-up class now; null for all. */
  readonly class: OutcomeClass | null;
  /** Only those made here, or taken over from an earlier administration; null for all. */
  readonly origin: Origin | null;
  /** Only those that a second person returned to who asks, as one of their authors. */
  readonly returned: boolean;
  /** Without those of a case of somebody else. */
  readonly forMe?: boolean;
  /** Without those that wait for a second person. */
  readonly notAsked: boolean;
  /** Only those in open cases of which the help-seeker was not told how they stand now; silent ones included. */
  readonly untold?: boolean;
  /** Only those that the platform has and we withdrew, where telling it so failed. */
  readonly withdrawalUntold?: boolean;
  /** Only those of which a form waits to be handed in, the longest waiting first. */
  readonly waitsAsForm?: boolean;
}

export interface NoticeFilter extends NoticeChoice, WhichPage {}

/** The notices within somebody's reach, newest first; others are not there, nor counted. */
export abstract class NoticeList {
  /** `total` is at most one more than `most`, where that is said. */
  abstract page(filter: NoticeFilter, reach: CaseReach, most?: number): Promise<PageOf<NoticeRow>>;
  /** The first `size` rows of several lists at once, in their order, each with its total as `page` tells it. */
  abstract firsts(
    choices: readonly NoticeChoice[],
    reach: CaseReach,
    { size, most }: { readonly size: number; readonly most: number },
  ): Promise<readonly PageOf<NoticeRow>[]>;
  abstract ofCase(caseId: string, reach: CaseReach): Promise<readonly NoticeRow[]>;
  /** Those of the given ids that exist. */
  abstract some(ids: readonly string[], reach: CaseReach): Promise<readonly NoticeRow[]>;
  /** The latest notices to a platform, at most so many. */
  abstract toPlatform(code: string, most: number, reach: CaseReach): Promise<readonly NoticeRow[]>;
  /** The notice with this reference of ours, or null. */
  abstract byReference(reference: string, reach: CaseReach): Promise<NoticeRow | null>;
  /** The latest earlier notices about each of these addresses, leaving one notice out; withdrawn drafts do not count. */
  abstract about(
    canonicalUrls: readonly string[],
    except: string | null,
    reach: CaseReach,
  ): Promise<readonly EarlierNotice[]>;
}
