// The event log as CSV after RFC 4180, for spreadsheets and machines: comma, UTF-8, moments in UTC.
import { stringify } from 'csv-stringify/sync';
import type { LogRow } from '#application/access/audit-log.js';

const OPTIONS = { record_delimiter: 'windows', escape_formulas: true } as const;

/** The first line. */
export const AUDIT_CSV_HEAD = stringify(
  [['number', 'at', 'kind', 'subject', 'subject-id', 'reference', 'actor-kind', 'actor', 'name', 'facts']],
  OPTIONS,
);

/** A line for each entry. */
export function auditCsv(rows: readonly LogRow[]): string {
  const lines = rows.map(({ seq, at, kind, subject, subjectId, reference, actorKind, actor, name, facts }) => [
    ...[seq, at.toISOString(), kind, subject, subjectId, reference, actorKind, actor, name, JSON.stringify(facts)],
  ]);
  return stringify(lines, OPTIONS);
}
