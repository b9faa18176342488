import type { Anchor } from '#domain/access/anchor.js';

/** The file outside the database to which anchors are added. */
export abstract class AnchorFile {
  abstract append(anchor: Anchor): Promise<void>;
  /** All of them, oldest first; none where there is no file yet. */
  abstract all(): Promise<readonly Anchor[]>;
}

/** The way by which anchors reach people who keep them. */
export abstract class AnchorPost {
  /** Sends them in one mail to each auditor; answers null when all were taken, else the code of what was in the way. */
  abstract send(anchors: readonly Anchor[], signal: AbortSignal): Promise<string | null>;
}

/** Where an anchor got to. */
export interface KeptAnchor extends Anchor {
  readonly mailedAt: Date | null;
  readonly mailTries: number;
  /** Code of what was in the way of the last try. */
  readonly mailTrouble: string | null;
}

/** What the desk itself remembers of its anchors; whoever rules the database could change it, so no proof rests on it. */
export abstract class AnchorBook {
  abstract add(anchor: Anchor): Promise<void>;
  /** The one that was made last, whatever its clock said. */
  abstract last(): Promise<KeptAnchor | null>;
  /** Those that no mail carried yet, in the order in which they were made. */
  abstract unmailed(): Promise<readonly KeptAnchor[]>;
  /** How a mail with these ended; null: taken. */
  abstract mailed(anchors: readonly Anchor[], trouble: string | null): Promise<void>;
  /** Mail addresses of the auditors who may sign in. */
  abstract auditors(): Promise<readonly string[]>;
}
