/** An entry of the event log as its chain sees it: each value as text, exactly as the database holds it. */
export interface AuditEntry {
  /** Its number: 1, 2, 3 … without gaps. */
  readonly seq: number;
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  readonly subjectId: string;
  /** The facts as PostgreSQL prints jsonb. */
  readonly facts: string;
  readonly actorKind: string;
  readonly actor: string;
  readonly sessionId: string | null;
  /** Seconds since 1970-01-01T00:00:00Z with six decimals. */
  readonly at: string;
  /** SHA-256 of the entry before, and of this one, in hexadecimal. */
  readonly prevHash: string;
  readonly hash: string;
}

/**
 * What is hashed of an entry after the hash of the one before: a JSON array with a space after each comma
 * (docs/security/audit-log.md). The same as `event_entry_text` of the database, made without it.
 */
export function entryText(entry: AuditEntry): string {
  const { id, kind, subject, subjectId, facts, actorKind, actor, sessionId, at } = entry;
  const before = ['seinpost-event-1', entry.seq, id, kind, subject, subjectId].map(json);
  return `[${[...before, facts, ...[actorKind, actor, sessionId, at].map(json)].join(', ')}]`;
}

const json = (value: string | number | null): string => JSON.stringify(value);
