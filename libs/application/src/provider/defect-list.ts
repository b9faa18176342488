import type { CaseReach } from '#domain/access/reach.js';
import type { FormCapture } from '#domain/evidence/form-capture.js';
import type { ChannelKind } from '#domain/notice/codes.js';
import type { DefectKind } from '#domain/provider/channel-defect.js';

/** A stored file of a form's capture. */
export interface CapturedFile {
  readonly id: string;
  readonly name: string;
}

/** A recorded defect as lists show it; of the notice it was met on only whoever may know it learns the reference. */
export interface DefectRow {
  readonly id: string;
  readonly platformCode: string;
  readonly platformName: string;
  readonly channel: ChannelKind;
  readonly address: string;
  readonly kind: DefectKind;
  readonly note: string;
  readonly seenOn: string;
  readonly resolvedOn: string | null;
  readonly hasPicture: boolean;
  /** The capture of the form's page, null where none was asked for; its files for whoever may know the notice. */
  readonly capture: (FormCapture & { readonly files: readonly CapturedFile[] }) | null;
  readonly noticeId: string | null;
  readonly noticeReference: string | null;
}

/** A defect of a channel that nobody saw mended: all that is known of it without its notice. */
export interface OpenDefect {
  readonly kind: ChannelKind;
  readonly address: string;
  readonly defect: DefectKind;
  /** ISO day. */
  readonly seenOn: string;
}

/** How many forms of a platform were handed in, and how many of them gave no receipt (Art. 16(4) DSA). */
export interface ReceiptCount {
  readonly platformName: string;
  readonly handedIn: number;
  readonly withoutReceipt: number;
}

/** What is wrong with channels, and what forms give back, for whoever tells a regulator. */
export abstract class DefectList {
  /** Open ones first, then the latest; `platform` narrows it to one. */
  abstract all(reach: CaseReach, platform?: string): Promise<readonly DefectRow[]>;
  /** What stands open at a platform's channels: a fact about them, so it has no reach; a kind once, the latest. */
  abstract open(platform: string): Promise<readonly OpenDefect[]>;
  abstract receipts(reach: CaseReach): Promise<readonly ReceiptCount[]>;
}
