import type { Anchor, Head } from './anchor.js';
import { NO_ENTRY } from './anchor.js';
import { type AuditEntry, entryText } from './audit-entry.js';

/**
 * Why an entry is bad. `missing`: its number is not there; `repeated`: a number comes again, or too late;
 * `not-following`: it does not carry the hash of the one before, so one was removed, put in or moved; `changed`: it does
 * not say what was hashed. Seen by anchors only: `rewritten`, the chain is whole but another; `cut-off`, entries that were
 * there have gone from the end; `anchor-not-ours`, no anchor that was handed over bears our signature. `no-log`: no table.
 */
export type BadReason =
  'missing' | 'repeated' | 'not-following' | 'changed' | 'rewritten' | 'cut-off' | 'anchor-not-ours' | 'no-log';

/** The first entry that is not as it was recorded. */
export interface FirstBad {
  readonly seq: number;
  readonly why: BadReason;
}

/** What a check found; `clockBackAt` is the first entry recorded at an earlier moment than the one before: odd, not bad. */
export interface Verdict {
  readonly ok: boolean;
  readonly count: number;
  readonly firstBad: FirstBad | null;
  readonly clockBackAt: number | null;
  /** The last entry that was found good. */
  readonly head: Head;
  /** The highest anchor that fits. */
  readonly anchored: number | null;
}

/** SHA-256 over the bytes of a hash in hexadecimal followed by a text in UTF-8; hexadecimal. */
export type ChainHash = (prevHash: string, text: string) => string;

/** Where a check begins and ends. */
export interface Stretch {
  /** The entry before the first that is checked. */
  readonly after?: Head;
  /** True when it goes up to the end of the log, so that an anchor beyond it means a tail cut off. */
  readonly toTheEnd: boolean;
}

/** Goes along the chain, entry by entry, and stops at the first that is bad. */
export class ChainCheck {
  private head: Head;
  private count = 0;
  private firstBad: FirstBad | null = null;
  private clockBackAt: number | null = null;
  private lastAt = -Infinity;
  private anchored: number | null = null;
  private readonly anchors: readonly Anchor[];
  private nextAnchor = 0;

  /** `anchors` are those whose signature holds. */
  constructor(
    private readonly hashOf: ChainHash,
    private readonly stretch: Stretch,
    anchors: readonly Anchor[] = [],
  ) {
    this.head = stretch.after ?? NO_ENTRY;
    this.anchors = anchors.filter(({ seq }) => seq >= this.head.seq).sort((a, b) => a.seq - b.seq);
    this.anchored = null;
    this.meetAnchors();
  }

  /** Takes the next entry in order; false once something bad was found. */
  take(entry: AuditEntry): boolean {
    if (this.firstBad) return false;
    const why = this.flawOf(entry);
    if (why) {
      this.firstBad = { seq: why === 'missing' ? this.head.seq + 1 : entry.seq, why };
      return false;
    }
    this.noteClock(entry);
    this.count += 1;
    this.head = { seq: entry.seq, hash: entry.hash, count: this.head.count + 1 };
    this.meetAnchors();
    return this.firstBad === null;
  }

  /** The verdict after the last entry. */
  end(): Verdict {
    const beyond = this.anchors[this.nextAnchor];
    if (!this.firstBad && this.stretch.toTheEnd && beyond) this.firstBad = { seq: this.head.seq + 1, why: 'cut-off' };
    const { count, firstBad, clockBackAt, head, anchored } = this;
    return { ok: firstBad === null, count, firstBad, clockBackAt, head, anchored };
  }

  private flawOf(entry: AuditEntry): BadReason | null {
    if (entry.seq > this.head.seq + 1) return 'missing';
    if (entry.seq <= this.head.seq) return 'repeated';
    if (entry.prevHash !== this.head.hash) return 'not-following';
    return this.hashOf(entry.prevHash, entryText(entry)) === entry.hash ? null : 'changed';
  }

  /** Nothing between the last anchor that fits and one that does not can be relied upon. */
  private meetAnchors(): void {
    for (let next = this.anchors[this.nextAnchor]; next?.seq === this.head.seq; next = this.anchors[this.nextAnchor]) {
      if (next.hash !== this.head.hash) {
        this.firstBad = { seq: (this.anchored ?? this.stretch.after?.seq ?? 0) + 1, why: 'rewritten' };
        return;
      }
      this.anchored = next.seq;
      this.nextAnchor += 1;
    }
  }

  private noteClock({ seq, at }: AuditEntry): void {
    const moment = Number(at);
    if (moment < this.lastAt) this.clockBackAt ??= seq;
    this.lastAt = moment;
  }
}
