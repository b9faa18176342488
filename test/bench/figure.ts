import { BenchDatabase } from './bench-database.js';

/** One line of the table: what was measured of ours and of the reference in the same run. */
export interface Figure {
  readonly what: string;
  readonly ours: number;
  readonly reference: number;
  readonly unit: 'ms' | 's' | 'mails/s' | 'ms CPU' | 'entries/s';
  /** The ratio ours / reference is to stay at or below `most`, or at or above `least`. */
  readonly bound: { readonly most: number } | { readonly least: number };
}

/** What a measure may use; `share` makes it smaller than what the bound is about, for a quick look. */
export interface Ground {
  readonly database: BenchDatabase;
  readonly share: number;
  readonly say: (line: string) => void;
}

/** One thing that is measured, against its reference, in one run. */
export interface Measure {
  readonly name: string;
  run(ground: Ground): Promise<readonly Figure[]>;
}

const HEADS = ['figure', 'ours', 'reference', 'ratio', 'bound', ''];

/** The table as text; a missed bound is marked, never more than that. */
export function table(figures: readonly Figure[]): string {
  const rows = [HEADS, ...figures.map(cells)];
  const widths = HEADS.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))).join('  ');
  return rows.map((row) => `${line(row).trimEnd()}\n`).join('');
}

function cells({ what, ours, reference, unit, bound }: Figure): readonly string[] {
  const ratio = ours / reference;
  const [sign, limit] = 'most' in bound ? ['<=', bound.most] : ['>=', bound.least];
  const held = 'most' in bound ? ratio <= bound.most : ratio >= bound.least;
  const amount = (value: number) => `${value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)} ${unit}`;
  return [what, amount(ours), amount(reference), ratio.toFixed(2), `${sign} ${limit}`, held ? 'held' : 'MISSED'];
}

/** The middle one; what a loaded machine disturbs least. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Milliseconds one thing takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
