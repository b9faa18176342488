/** One part of a bar: which outcome class, how many, which share of the bar (0 to 100, or null of nothing). */
export interface BarPart {
  readonly kind: string;
  readonly count: number;
  readonly percentage: number | null;
}

/** One bar with its label and what it counts in all. */
export interface Bar {
  readonly label: string;
  readonly total: number;
  readonly parts: readonly BarPart[];
}

const WIDTH = 720;
const LABEL = 168;
const ROW = 40;
const BAR = 22;
/** A share narrower than this has its figure in the table only; it would not fit in the bar. */
const READABLE = 44;

/**
 * Places of stacked horizontal bars in units of the picture, for the partial `bar-chart`. The figures themselves are the
 * caller's, the same as in the table beneath.
 */
export function barChart(bars: readonly Bar[]) {
  const span = WIDTH - LABEL - 8;
  return {
    width: WIDTH,
    height: bars.length * ROW + 4,
    bars: bars.map((bar, row) => ({ label: bar.label, total: bar.total, ...placed(bar, row * ROW, span) })),
  };
}

function placed(bar: Bar, top: number, span: number) {
  let x = LABEL;
  const parts = bar.parts.map((part) => {
    const width = bar.total === 0 ? 0 : (part.count / bar.total) * span;
    const place = { ...part, x: round(x), y: top + 9, width: round(Math.max(0, width - 2)), height: BAR };
    x += width;
    return { ...place, textX: round(place.x + place.width / 2), textY: top + 25, fits: width >= READABLE };
  });
  return { labelX: LABEL - 12, labelY: top + 25, parts: parts.filter((part) => part.count > 0) };
}

const round = (value: number): number => Math.round(value * 100) / 100;
