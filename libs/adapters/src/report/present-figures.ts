import type { Dossier } from '#domain/report/dossier.js';
import type { Figures } from '#domain/statistics/figures.js';
import { presentChart } from './present-chart.js';
import type { ReportFormats } from './report-formats.js';
import type { ReportWords } from './report-words.js';

/** The figures of a dossier as its pages show them: everything written, nothing left to compute. */
export function presentFigures({ figures, comparison, provider }: Dossier, words: ReportWords, formats: ReportFormats) {
  const severalPlatforms = figures.groups.length > 1;
  const own = { ...figures, label: provider.name };
  const others = comparison ? [{ ...comparison, label: words.say('others') }] : [];
  const platforms = severalPlatforms ? figures.groups : [];
  return {
    chart: presentChart([own, ...platforms.slice(0, 6), ...others], words, formats),
    hasComparison: comparison !== null,
    classes: figures.classes.map((each) => presentClass(each, comparison, words, formats)),
    totals: {
      sent: formats.number(figures.sent),
      total: formats.number(figures.total),
      pending: formats.number(figures.pending),
      othersTotal: comparison ? formats.number(comparison.total) : '',
      excluded: figures.excluded > 0 ? formats.number(figures.excluded) : '',
    },
    platforms: platforms.map((group) => presentGroup(group, group.label, formats)),
    times: [own, ...platforms, ...others].map((counts) => presentTimes(counts, counts.label, formats)),
  };
}

type FigureClasses = Figures['classes'];

function presentClass(
  figure: FigureClasses[number],
  comparison: Figures | null,
  words: ReportWords,
  formats: ReportFormats,
) {
  const other = comparison?.classes.find((each) => each.class === figure.class);
  return {
    class: figure.class,
    name: words.of('class', figure.class),
    count: formats.number(figure.count),
    percentage: formats.percent(figure.percentage),
    partly: figure.partly > 0 ? formats.number(figure.partly) : '',
    otherCount: other ? formats.number(other.count) : '',
    otherPercentage: other ? formats.percent(other.percentage) : '',
    codes: figure.codes.map(({ code, count, percentage }) => ({
      name: words.of('code', code),
      count: formats.number(count),
      percentage: formats.percent(percentage),
    })),
  };
}

function presentGroup(group: Figures, label: string, formats: ReportFormats) {
  const share = (name: string): string =>
    formats.percent(group.classes.find((each) => each.class === name)?.percentage ?? null);
  return {
    label,
    sent: formats.number(group.sent),
    pending: formats.number(group.pending),
    total: formats.number(group.total),
    followUp: formats.percent(group.followUpPercentage),
    noResponse: share('no-response'),
    rejected: share('rejected'),
  };
}

function presentTimes({ times }: Figures, label: string, formats: ReportFormats) {
  const { acknowledgementHours: receipt, decisionHours: decision } = times;
  return {
    label,
    receiptN: formats.number(receipt.n),
    receiptMedian: formats.duration(receipt.median),
    receiptP90: formats.duration(receipt.p90),
    decisionN: formats.number(decision.n),
    decisionMedian: formats.duration(decision.median),
    decisionP90: formats.duration(decision.p90),
  };
}
