import { parseArgs } from 'node:util';
import { Installation } from '#application/access/installation.js';
import { FollowUp, type FollowUpQuestion } from '#application/statistics/follow-up.js';
import { EVERYTHING } from '#domain/access/reach.js';
import { endOfDay, instant, isDay } from '#domain/instant.js';
import { LINES, REGIMES, type Line, type Regime } from '#domain/notice/codes.js';
import { BREAKDOWNS, UNITS, type Breakdown, type FollowUpFigures, type Unit } from '#domain/statistics/figures.js';
import { WrongUse, type Answer, type Call, type Command } from '../command.js';

/** What platforms did with the notices of a period (design.md §5, follow-up figures). */
export const followUpCommand: Command = {
  name: ['follow-up'],
  usage:
    'follow-up --from DAY --to DAY [--as-of INSTANT|DAY] [--regime all|CODE] [--line CODE] ' +
    `[--by ${BREAKDOWNS.join('|')}] [--unit notice|item]`,
  async run(call: Call): Promise<Answer> {
    const question = wanted(call);
    const desk = await call.desk();
    const { zone } = await (await desk.get(Installation)).organisation();
    const asOf = momentOf(question.asOf, zone);
    const figures = await (await desk.get(FollowUp)).run({ ...question, asOf, reach: EVERYTHING, language: 'en' });
    return { json: figures, words: inWords(figures), ok: true };
  },
};

type Wanted = Omit<FollowUpQuestion, 'asOf' | 'reach' | 'language'> & { readonly asOf: string | undefined };

function wanted(call: Call): Wanted {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...call.args],
    options: { from: text, to: text, 'as-of': text, regime: text, line: text, by: text, unit: text },
  });
  const from = day('from', values.from);
  const to = day('to', values.to);
  if (from > to) throw new WrongUse(`--from ${from} lies after --to ${to}`);
  const asOf = values['as-of'];
  if (asOf !== undefined && !isDay(asOf) && !instant(asOf))
    throw new WrongUse(`--as-of ${asOf} is neither a moment nor a day`);
  return {
    ...{ from, to, asOf, regimes: regimesOf(values.regime) },
    line: values.line === undefined ? null : oneOf<Line>('line', values.line, LINES),
    by: values.by === undefined ? null : oneOf<Breakdown>('by', values.by, BREAKDOWNS),
    unit: oneOf<Unit>('unit', values.unit ?? 'notice', UNITS),
  };
}

const regimesOf = (regime = 'article-22'): readonly Regime[] =>
  regime === 'all' ? REGIMES : regime.split(',').map((one) => oneOf<Regime>('regime', one, REGIMES));

function day(name: string, value: string | undefined): string {
  if (value === undefined || !isDay(value)) throw new WrongUse(`--${name} needs a day such as 2025-07-15`);
  return value;
}

function oneOf<T extends string>(name: string, value: string, known: readonly T[]): T {
  const found = known.find((one) => one === value);
  if (found === undefined) throw new WrongUse(`--${name} ${value} is not one of ${known.join(', ')}`);
  return found;
}

/** A day means its last moment; nothing means now. */
function momentOf(asOf: string | undefined, zone: string): Date {
  if (asOf === undefined) return new Date();
  return isDay(asOf) ? new Date(endOfDay(asOf, zone).getTime() - 1) : instant(asOf)!;
}

function inWords(figures: FollowUpFigures): string {
  const rows = figures.classes.map(
    ({ class: name, count, percentage }) => `${name.padEnd(14)} ${count} (${percentage ?? '–'} %)`,
  );
  const groups = figures.groups.map(
    (group) => `${group.label.padEnd(30)} ${group.sent} sent, ${group.followUpPercentage ?? '–'} %`,
  );
  return [`${figures.sent} sent, ${figures.pending} pending`, ...rows, ...groups].join('\n');
}
