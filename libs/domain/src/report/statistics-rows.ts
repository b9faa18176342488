import type { Durations, Figures, FollowUpFigures } from '../statistics/figures.js';

/** One figure on a line of its own, so that every program can read the table; `value` is empty for a share of nothing. */
export interface StatisticsRow {
  /** `provider`, `others`, or `platform` with its code in `key`. */
  readonly scope: 'provider' | 'others' | 'platform';
  readonly key: string;
  readonly label: string;
  readonly measure: string;
  readonly class: string;
  readonly code: string;
  readonly value: number | null;
}

type Where = Pick<StatisticsRow, 'scope' | 'key' | 'label'>;
type Figure = Pick<StatisticsRow, 'measure' | 'value'> & Partial<Pick<StatisticsRow, 'class' | 'code'>>;

/** All figures of the dossier: the provider's, then each of its platforms', then all other platforms' together. */
export function statisticsRows(
  provider: { readonly code: string; readonly name: string },
  figures: FollowUpFigures,
  comparison: FollowUpFigures | null,
): StatisticsRow[] {
  const own = rowsOf({ scope: 'provider', key: provider.code, label: provider.name }, figures);
  const excluded: Figure = { measure: 'excluded', value: figures.excluded };
  const platforms = figures.groups.flatMap((group) =>
    rowsOf({ scope: 'platform', key: group.key, label: group.label }, group),
  );
  const others = comparison ? rowsOf({ scope: 'others', key: '', label: '' }, comparison) : [];
  return [
    ...own,
    whole({ scope: 'provider', key: provider.code, label: provider.name }, excluded),
    ...platforms,
    ...others,
  ];
}

function rowsOf(where: Where, counts: Figures): StatisticsRow[] {
  const { sent, total, pending, followUpPercentage, times } = counts;
  const figures: Figure[] = [
    { measure: 'sent', value: sent },
    { measure: 'total', value: total },
    { measure: 'pending', value: pending },
    { measure: 'followUpPercentage', value: followUpPercentage },
    ...classFigures(counts),
    ...timeFigures('acknowledgementHours', times.acknowledgementHours),
    ...timeFigures('decisionHours', times.decisionHours),
  ];
  return figures.map((figure) => whole(where, figure));
}

function classFigures({ classes }: Figures): Figure[] {
  return classes.flatMap((each) => [
    { measure: 'count', class: each.class, value: each.count },
    { measure: 'percentage', class: each.class, value: each.percentage },
    { measure: 'partly', class: each.class, value: each.partly },
    ...each.codes.flatMap(({ code, count, percentage }) => [
      { measure: 'count', class: each.class, code, value: count },
      { measure: 'percentage', class: each.class, code, value: percentage },
    ]),
  ]);
}

function timeFigures(name: string, { n, median, p90 }: Durations): Figure[] {
  return [
    { measure: `${name}.n`, value: n },
    { measure: `${name}.median`, value: median },
    { measure: `${name}.p90`, value: p90 },
  ];
}

function whole(where: Where, figure: Figure): StatisticsRow {
  return { ...where, class: '', code: '', ...figure };
}
