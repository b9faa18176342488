import type { DefectRow, ReceiptCount } from '#application/provider/defect-list.js';
import { csvTable, type Column } from './csv-table.js';

const DEFECTS: readonly Column<DefectRow>[] = [
  { name: 'platform', value: ({ platformCode }) => platformCode },
  { name: 'name', value: ({ platformName }) => platformName },
  { name: 'channel', value: ({ channel }) => channel },
  { name: 'address', value: ({ address }) => address },
  { name: 'defect', value: ({ kind }) => kind },
  { name: 'note', value: ({ note }) => note },
  { name: 'seen-on', value: ({ seenOn }) => seenOn },
  { name: 'resolved-on', value: ({ resolvedOn }) => resolvedOn },
  { name: 'picture', value: ({ hasPicture }) => (hasPicture ? 'yes' : 'no') },
  { name: 'capture', value: ({ capture }) => capture?.state ?? '' },
  { name: 'capture-sha256', value: ({ capture }) => capture?.digest ?? '' },
  { name: 'notice', value: ({ noticeReference }) => noticeReference },
];

const RECEIPTS: readonly Column<ReceiptCount>[] = [
  { name: 'platform', value: ({ platformName }) => platformName },
  { name: 'handed-in', value: ({ handedIn }) => handedIn },
  { name: 'without-receipt', value: ({ withoutReceipt }) => withoutReceipt },
];

/** Defects of channels: a row for each; the notice only where whoever asks may know it. ISO days. */
export const defectsCsv = (rows: readonly DefectRow[]): string => csvTable(DEFECTS, rows);

/** A row for each platform whose form was used: how often, and how often it gave no receipt. */
export const receiptsCsv = (rows: readonly ReceiptCount[]): string => csvTable(RECEIPTS, rows);
