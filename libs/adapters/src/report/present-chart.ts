import { COUNTED_CLASSES, type OutcomeClass } from '#domain/outcome/outcome-code.js';
import type { Figures } from '#domain/statistics/figures.js';
import type { ReportFormats } from './report-formats.js';
import type { ReportWords } from './report-words.js';

const [LABEL, BAR, HEIGHT, GAP] = [150, 490, 22, 12];
/** Narrower than this a percentage does not fit; the table under the chart has it. */
const NARROWEST_LABELLED = 38;

/** One horizontal bar of 100 %, in pieces; all lengths are SVG units as text. */
export interface ChartBar {
  readonly label: string;
  readonly n: string;
  readonly y: string;
  readonly labelY: string;
  readonly nY: string;
  readonly textY: string;
  readonly pieces: readonly { class: OutcomeClass; x: string; width: string; middle: string; text: string }[];
}

/** Shares of outcomes as stacked bars (ux.md A7), with the words that describe the picture to who cannot see it. */
export interface Chart {
  readonly width: string;
  readonly height: string;
  readonly barHeight: string;
  readonly bars: readonly ChartBar[];
  readonly legend: readonly { readonly class: OutcomeClass; readonly name: string }[];
  readonly description: string;
}

type Charted = Figures & { readonly label: string };

/** The chart of those that have anything to divide; null when none has. */
export function presentChart(charted: readonly Charted[], words: ReportWords, formats: ReportFormats): Chart | null {
  const shown = charted.filter(({ total }) => total > 0);
  if (shown.length === 0) return null;
  const legend = COUNTED_CLASSES.map((each) => ({ class: each, name: words.of('class', each) }));
  return {
    width: String(LABEL + BAR),
    height: String(shown.length * (HEIGHT + GAP)),
    barHeight: String(HEIGHT),
    bars: shown.map((counts, index) => bar(counts, index, formats)),
    legend,
    description: shown.map((counts) => describe(counts, words, formats)).join(' '),
  };
}

function bar(counts: Charted, index: number, formats: ReportFormats): ChartBar {
  const y = index * (HEIGHT + GAP) + GAP / 2;
  return {
    label: shortened(counts.label),
    n: `n = ${formats.number(counts.total)}`,
    y: String(y),
    labelY: String(y + 9),
    nY: String(y + 20),
    textY: String(y + 15),
    pieces: pieces(counts, formats),
  };
}

function pieces({ classes, total }: Charted, formats: ReportFormats): ChartBar['pieces'] {
  let before = 0;
  return classes
    .filter(({ count }) => count > 0)
    .map(({ class: name, count, percentage }) => {
      const [x, width] = [LABEL + (before / total) * BAR, (count / total) * BAR];
      before += count;
      const text = width < NARROWEST_LABELLED ? '' : formats.percent(percentage, 1);
      return { class: name, x: units(x), width: units(width), middle: units(x + width / 2), text };
    });
}

function describe({ label, classes }: Charted, words: ReportWords, formats: ReportFormats): string {
  const shares = classes.map((each) => `${words.of('class', each.class)} ${formats.percent(each.percentage)}`);
  return `${label}: ${shares.join(', ')}.`;
}

const units = (length: number): string => length.toFixed(2);
const shortened = (label: string): string => (label.length > 24 ? `${label.slice(0, 23)}…` : label);
