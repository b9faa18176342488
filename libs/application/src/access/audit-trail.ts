import type { Head } from '#domain/access/anchor.js';
import type { AuditEntry } from '#domain/access/audit-entry.js';

/** The event log as a chain, to be checked; read as it stands, whoever wrote it and however. */
export abstract class AuditTrail {
  /** Whether there is a log at all. */
  abstract isThere(): Promise<boolean>;
  /** The last entry, and how many there are; `NO_ENTRY` in an empty log. */
  abstract head(): Promise<Head>;
  /** The hash of the entry with this number. */
  abstract hashOf(seq: number): Promise<string | null>;
  /** The number of the first entry at or after a moment, or of the last at or before it. */
  abstract numberAt(moment: Date, which: 'first' | 'last'): Promise<number | null>;
  /** Entries with a number above `after`, up to and with `upTo`, in order and in batches, all of one moment. */
  abstract entries(range: { after: number; upTo: number | null }): AsyncIterable<readonly AuditEntry[]>;
}
