import { RuleViolation } from '../rule-violation.js';

/** What a stored thing is. */
export type EvidenceKind =
  'viewport' | 'full-page' | 'text' | 'document' | 'resource' | 'headers' | 'tls' | 'network' | 'manifest' | 'upload';

/** How the thing was made. */
export interface Provenance {
  readonly captureId: string | null;
  readonly url: string;
  /** ISO instant of making. */
  readonly madeAt: string;
  /** Software and version, e.g. `seinpost 0.1.0, Chrome/156.0.8078.79`. */
  readonly madeWith: string;
}

export type CustodyAction = 'stored' | 'viewed' | 'shown' | 'exported' | 'verified' | 'held' | 'purged' | 'removed';

/** Who touched the thing, when and why; ISO 27037 asks for exactly these four. */
export interface CustodyEntry {
  readonly at: string;
  readonly by: string;
  readonly action: CustodyAction;
  readonly reason: string | null;
}

export interface EvidenceFacts {
  readonly id: string;
  /** SHA-256 of the bytes, 64 lower-case hex digits. */
  readonly digest: string;
  readonly kind: EvidenceKind;
  /** Bytes. */
  readonly size: number;
  readonly mediaType: string;
  /** Name inside its capture, e.g. `fullpage-001.png`. */
  readonly name: string;
  readonly provenance: Provenance;
}

/** One stored thing: its bytes never change, only the list of who touched them grows. */
export class EvidenceItem {
  private constructor(
    readonly id: string,
    readonly digest: string,
    readonly kind: EvidenceKind,
    readonly size: number,
    readonly mediaType: string,
    readonly name: string,
    readonly provenance: Provenance,
    private _custody: readonly CustodyEntry[],
  ) {}

  /** The item as first stored, its custody beginning with the storing. */
  static stored(facts: EvidenceFacts, at: Date, by: string): EvidenceItem {
    if (!/^[0-9a-f]{64}$/.test(facts.digest)) throw new RuleViolation('evidence.bad-digest', { digest: facts.digest });
    const first: CustodyEntry = { at: at.toISOString(), by, action: 'stored', reason: null };
    const { id, digest, kind, size, mediaType, name, provenance } = facts;
    return new EvidenceItem(id, digest, kind, size, mediaType, name, provenance, [first]);
  }

  /** The item as it was kept, with everybody who touched it. */
  static kept(facts: EvidenceFacts, custody: readonly CustodyEntry[]): EvidenceItem {
    const { id, digest, kind, size, mediaType, name, provenance } = facts;
    return new EvidenceItem(id, digest, kind, size, mediaType, name, provenance, custody);
  }

  get custody(): readonly CustodyEntry[] {
    return this._custody;
  }

  get isPurged(): boolean {
    return this._custody.some((entry) => entry.action === 'purged');
  }

  /** Whether a person took it away from where it lay: nobody is shown it any more, and it goes along nowhere. */
  get isRemoved(): boolean {
    return this._custody.some((entry) => entry.action === 'removed');
  }

  /** Adds who touched it; time never runs backwards, and a purged thing can no longer be touched. */
  touch(action: CustodyAction, at: Date, by: string, reason: string | null = null): CustodyEntry {
    if (this.isPurged) throw new RuleViolation('evidence.purged', { digest: this.digest });
    if (this.isRemoved) throw new RuleViolation('evidence.removed', { digest: this.digest });
    const entry: CustodyEntry = { at: at.toISOString(), by, action, reason };
    const last = this._custody.at(-1);
    if (last && entry.at < last.at) throw new RuleViolation('evidence.custody-out-of-order', { at: entry.at });
    this._custody = [...this._custody, entry];
    return entry;
  }
}
