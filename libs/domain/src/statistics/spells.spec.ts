import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { anOutcome } from '#test/builders/outcome.builder.js';
import {
  classOf,
  DECISION_CODES,
  OUTCOME_CLASSES,
  type DecisionCode,
  type OutcomeClass,
} from '../outcome/outcome-code.js';
import type { Outcome } from '../outcome/outcome.js';
import { followUp, type FollowedNotice, type Spell } from './spells.js';
import { timeAllowed } from './time-allowed.js';

const DAY = 86_400_000;
const SENT = new Date('2026-11-02T09:00:00Z');
const day = (n: number): Date => new Date(SENT.getTime() + n * DAY);

type Answer = readonly [DecisionCode, number | null];

/** A notice sent on day 0 with fourteen days allowed; answers per item, by the day they were given. */
const sent = (items: readonly (readonly Answer[])[], withdrawnOn: number | null = null): FollowedNotice => ({
  sentAt: SENT,
  allowedUntil: day(14),
  withdrawnAt: withdrawnOn === null ? null : day(withdrawnOn),
  items: items.map((answers, index) => ({
    id: `item-${index}`,
    outcomes: answers.map(([code, on]) => anOutcome(code, on === null ? null : day(on).toISOString())),
  })),
});

/** The spells of the notice in words: from which day it stands how. */
const told = (notice: FollowedNotice): string[] =>
  followUp(notice).notice.map(({ from, class: standing, partly }) => {
    const since = from === null ? 'ever' : String((from.getTime() - SENT.getTime()) / DAY);
    return `${since}: ${standing}${partly ? ' partly' : ''}`;
  });

const STORIES: [string, FollowedNotice, string[]][] = [
  ['nobody answers', sent([[]]), ['ever: pending', '14: no-response']],
  ['an answer in time', sent([[['removed', 3]]]), ['ever: pending', '3: action-taken']],
  ['an answer at the last moment is in time', sent([[['removed', 14]]]), ['ever: pending', '14: action-taken']],
  [
    'a late answer undoes the silence',
    sent([[['no-violation', 20]]]),
    ['ever: pending', '14: no-response', '20: no-action'],
  ],
  [
    'a second answer replaces the first',
    sent([
      [
        ['no-violation', 2],
        ['removed', 9],
      ],
    ]),
    ['ever: pending', '2: no-action', '9: action-taken'],
  ],
  [
    'recorded in the wrong order, told in the right one',
    sent([
      [
        ['removed', 9],
        ['no-violation', 2],
      ],
    ]),
    ['ever: pending', '2: no-action', '9: action-taken'],
  ],
  [
    'of two at the same moment the one recorded last counts',
    sent([
      [
        ['removed', 5],
        ['not-found', 5],
      ],
    ]),
    ['ever: pending', '5: not-found'],
  ],
  [
    'an answer without a date counts from the sending',
    sent([[['removed', null]]]),
    ['ever: pending', '0: action-taken'],
  ],
  ['decided before it was sent', sent([[['already-removed', -2]]]), ['ever: pending', '-2: not-found']],
  ['taken back within its time it never turns into silence', sent([[]], 13), ['ever: pending']],
  ['taken back at the last moment too', sent([[]], 14), ['ever: pending']],
  ['taken back later, the silence was there', sent([[]], 15), ['ever: pending', '14: no-response']],
  ['taken back after an answer, the answer stands', sent([[['removed', 2]]], 5), ['ever: pending', '2: action-taken']],
  [
    'acted on in part, then whole',
    sent([[['removed', 2]], [['removed', 6]]]),
    ['ever: pending', '2: action-taken partly', '6: action-taken'],
  ],
  [
    'one item answered, the other not: silence weighs at the end',
    sent([[['no-violation', 2]], [], []]),
    ['ever: pending', '14: no-response'],
  ],
  [
    'two of three answered in time',
    sent([[['no-violation', 2]], [['no-violation', 3]], []]),
    ['ever: pending', '14: no-action'],
  ],
];

describe('the follow-up of a notice', () => {
  test.each(STORIES)('%s', (_story, notice, spells) => {
    expect(told(notice)).toEqual(spells);
  });

  test('an item has spells of its own, with the code', () => {
    const { items } = followUp(sent([[['removed-geo', 2]], []]));
    expect(items.map(({ itemId, spells }) => [itemId, spells.map((spell) => [spell.class, spell.code])])).toEqual([
      [
        'item-0',
        [
          ['pending', null],
          ['action-taken', 'removed-geo'],
        ],
      ],
      [
        'item-1',
        [
          ['pending', null],
          ['no-response', null],
        ],
      ],
    ]);
  });
});

describe('the time allowed', () => {
  const allowed = timeAllowed({ timeAllowedDays: { default: 14 }, zone: 'Europe/Amsterdam' });

  test.each([
    ['an ordinary fortnight', '2026-06-01T10:00:00+02:00', '2026-06-15T10:00:00+02:00'],
    ['over the night of 23 hours', '2026-03-20T10:00:00+01:00', '2026-04-03T10:00:00+02:00'],
    ['over the night of 25 hours', '2026-10-20T10:00:00+02:00', '2026-11-03T10:00:00+01:00'],
    ['ending in the hour that does not exist', '2026-03-15T02:30:00+01:00', '2026-03-29T03:30:00+02:00'],
    ['ending in the hour that is there twice', '2026-10-11T02:30:00+02:00', '2026-10-25T02:30:00+02:00'],
    ['over the end of February of a leap year', '2028-02-16T23:59:59+01:00', '2028-03-01T23:59:59+01:00'],
  ])('%s ends at the same local time', (_when, from, until) => {
    expect(allowed(new Date(from))).toEqual(new Date(until));
  });
});

describe('any history, at any moment', () => {
  const answer = fc.tuple(fc.constantFrom(...DECISION_CODES), fc.option(fc.integer({ min: -3, max: 30 })));
  const history = fc.record({
    items: fc.array(fc.array(answer, { maxLength: 4 }), { minLength: 1, maxLength: 5 }),
    withdrawnOn: fc.option(fc.integer({ min: 0, max: 30 })),
  });

  test('the spell in force equals a count straight from the history', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: -16, max: 140 }), ({ items, withdrawnOn }, quarter) => {
        const notice = sent(items, withdrawnOn);
        const asOf = day(quarter / 4);
        const spells = followUp(notice);
        const naive = notice.items.map((item) => naiveStanding(item.outcomes, notice, asOf));
        for (const [index, { spells: own }] of spells.items.entries()) {
          expect(inForce(own, asOf)).toMatchObject(naive[index]!);
        }
        expect(inForce(spells.notice, asOf)).toMatchObject(naiveNotice(naive));
      }),
      { seed: 20261121, numRuns: 700 },
    );
  });

  test('spells follow one another without gap, overlap or repetition', () => {
    fc.assert(
      fc.property(history, ({ items, withdrawnOn }) => {
        const spells = followUp(sent(items, withdrawnOn));
        for (const own of [spells.notice, ...spells.items.map((item) => item.spells)]) expectUnbroken(own);
      }),
      { seed: 20261121, numRuns: 300 },
    );
  });
});

function expectUnbroken(spells: readonly Spell[]): void {
  expect(spells[0]?.from).toBeNull();
  expect(spells.at(-1)?.until).toBeNull();
  for (const [index, spell] of spells.slice(1).entries()) {
    const before = spells[index]!;
    expect(spell.from).toEqual(before.until);
    expect(spell.until === null || spell.from! < spell.until).toBe(true);
    expect([spell.class, spell.code, spell.partly]).not.toEqual([before.class, before.code, before.partly]);
  }
}

/** The one spell that covers a moment, as a database would look it up. */
function inForce(spells: readonly Spell[], asOf: Date): Spell {
  const found = spells.filter(({ from, until }) => (from === null || from <= asOf) && (until === null || asOf < until));
  expect(found).toHaveLength(1);
  return found[0]!;
}

interface Naive {
  readonly class: OutcomeClass;
  readonly code: DecisionCode | null;
}

function naiveStanding(outcomes: readonly Outcome[], notice: FollowedNotice, asOf: Date): Naive {
  let best: Outcome | null = null;
  for (const outcome of outcomes) {
    const at = outcome.decidedAt ?? SENT.toISOString();
    if (Date.parse(at) > asOf.getTime()) continue;
    if (best === null || Date.parse(at) >= Date.parse(best.decidedAt ?? SENT.toISOString())) best = outcome;
  }
  if (best) return { class: classOf(best.code), code: best.code };
  const inTimeWithdrawn = notice.withdrawnAt !== null && notice.withdrawnAt <= notice.allowedUntil;
  return { class: asOf < notice.allowedUntil || inTimeWithdrawn ? 'pending' : 'no-response', code: null };
}

function naiveNotice(items: readonly Naive[]): Naive & { partly: boolean } {
  const of = (name: OutcomeClass): Naive[] => items.filter((item) => item.class === name);
  const most = OUTCOME_CLASSES.filter((name) => name !== 'pending').toSorted((a, b) => of(b).length - of(a).length)[0]!;
  const winner = of('action-taken').length > 0 ? 'action-taken' : of('pending').length > 0 ? 'pending' : most;
  const codes = DECISION_CODES.filter((code) => classOf(code) === winner);
  const times = (code: DecisionCode): number => items.filter((item) => item.code === code).length;
  const code = codes.toSorted((a, b) => times(b) - times(a))[0] ?? null;
  return { class: winner, code, partly: winner === 'action-taken' && of(winner).length < items.length };
}
