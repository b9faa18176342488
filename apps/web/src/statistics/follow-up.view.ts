import { COUNTED_CLASSES } from '#domain/outcome/outcome-code.js';
import type { Figures, FollowUpFigures } from '#domain/statistics/figures.js';
import { barChart, type Bar } from '../frame/bar-chart.js';
import type { FollowUpForm } from './follow-up.query.js';

type Say = (key: string) => string;

/** Groups in the chart; the table has all of them. */
const IN_CHART = 12;

/** Everything the follow-up page shows, computed once from the figures: chart and table cannot differ. */
export function followUpView(figures: FollowUpFigures, form: FollowUpForm, say: Say) {
  const rows = figures.groups.map((group) => rowOf(labelOf(group, form, say), group));
  const { median, p90, n } = figures.times.decisionHours;
  return {
    figures: { sent: figures.sent, total: figures.total, pending: figures.pending, excluded: figures.excluded },
    followUpPercentage: figures.followUpPercentage,
    asOf: figures.asOf,
    whole: rowOf('', figures),
    times: { decision: { n, median, p90 }, acknowledgement: { ...figures.times.acknowledgementHours } },
    allowed: figures.timeAllowedDays.default,
    legend: COUNTED_CLASSES,
    chart: rows.length === 0 ? null : barChart(rows.slice(0, IN_CHART).map(barOf)),
    rows,
    query: String(new URLSearchParams({ ...form })),
  };
}

function rowOf(label: string, figures: Figures) {
  const { sent, pending, total, followUpPercentage, times } = figures;
  const classes = figures.classes.map(({ class: name, count, percentage, partly, codes }) => ({
    ...{ class: name, count, percentage, partly },
    codes: codes.map((one) => ({ ...one })),
  }));
  return { label, sent, pending, total, followUpPercentage, classes, median: times.decisionHours.median };
}

const barOf = ({ label, total, classes }: ReturnType<typeof rowOf>): Bar => ({
  label,
  total,
  parts: classes.map((one) => ({ kind: one.class, count: one.count, percentage: one.percentage })),
});

function labelOf({ key, label }: { key: string; label: string }, { by }: FollowUpForm, say: Say): string {
  if (by === 'channel') return say(`channels.${key}`);
  return key === 'unknown' ? say('channels.unknown') : label;
}
