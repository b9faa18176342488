// Follow-up figures as CSV after RFC 4180, for spreadsheets and machines: comma, UTF-8, numbers with a point.
import { stringify } from 'csv-stringify/sync';
import { COUNTED_CLASSES } from '#domain/outcome/outcome-code.js';
import type { Figures, FollowUpFigures } from '#domain/statistics/figures.js';

const HEADER = [
  'key',
  'label',
  'sent',
  'pending',
  'total',
  ...COUNTED_CLASSES.flatMap((name) => [name, `${name}-percentage`]),
  'decision-hours-median',
  'decision-hours-p90',
];

/** One row for the whole (key `all`), then one per group, the same numbers as on the page. */
export function figuresCsv(figures: FollowUpFigures): string {
  const rows = [row('all', '', figures), ...figures.groups.map((group) => row(group.key, group.label, group))];
  return stringify([HEADER, ...rows], { record_delimiter: 'windows', escape_formulas: true });
}

function row(key: string, label: string, { sent, pending, total, classes, times }: Figures): unknown[] {
  const shares = classes.flatMap(({ count, percentage }) => [count, percentage]);
  return [key, label, sent, pending, total, ...shares, times.decisionHours.median, times.decisionHours.p90];
}
