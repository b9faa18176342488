// Defects of channels and receipts of forms as CSV after RFC 4180: comma, UTF-8, ISO days.
import { stringify } from 'csv-stringify/sync';
import type { DefectRow, ReceiptCount } from '#application/provider/defect-list.js';

const AS_CSV = { record_delimiter: 'windows', escape_formulas: true } as const;

const DEFECTS = [
  ...(['platform', 'name', 'channel', 'address', 'defect', 'note', 'seen-on', 'resolved-on'] as const),
  ...(['picture', 'notice'] as const),
];

/** A row for each defect; the notice only where whoever asks may know it. */
export function defectsCsv(rows: readonly DefectRow[]): string {
  const cells = rows.map((row) => [
    ...[row.platformCode, row.platformName, row.channel, row.address, row.kind, row.note, row.seenOn],
    ...[row.resolvedOn ?? '', row.hasPicture ? 'yes' : 'no', row.noticeReference ?? ''],
  ]);
  return stringify([DEFECTS, ...cells], AS_CSV);
}

/** A row for each platform whose form was used: how often, and how often it gave no receipt. */
export function receiptsCsv(rows: readonly ReceiptCount[]): string {
  const cells = rows.map(({ platformName, handedIn, withoutReceipt }) => [platformName, handedIn, withoutReceipt]);
  return stringify([['platform', 'handed-in', 'without-receipt'], ...cells], AS_CSV);
}
