import { describe, expect, test } from '@jest/globals';
import { COUNTED_CLASSES, classOf, DECISION_CODES, isDecisionCode, OUTCOME_CLASSES } from './outcome-code.js';
import { decided, NO_RESPONSE, PENDING, rollUp, type Standing } from './roll-up.js';

describe('decision codes', () => {
  test('each counts in the class the design names', () => {
    const inClass = (name: string) => DECISION_CODES.filter((code) => classOf(code) === name);
    expect(inClass('action-taken')).toEqual([
      'removed',
      'removed-geo',
      'delisted',
      'restricted',
      'account-action',
      'other-action',
    ]);
    expect(inClass('no-action')).toEqual(['no-violation']);
    expect(inClass('not-found')).toEqual(['not-found', 'already-removed']);
    expect(inClass('rejected')).toEqual(['not-entitled', 'wrong-channel', 'out-of-scope', 'insufficient']);
    expect(inClass('no-response')).toEqual([]);
  });

  test('pending is a class that is not counted', () => {
    expect(OUTCOME_CLASSES.filter((name) => !COUNTED_CLASSES.some((one) => one === name))).toEqual(['pending']);
  });

  test('nothing else is a code, not even a word every object knows', () => {
    expect(['removed', 'pending', 'no-response', 'toString', 'constructor', ''].filter(isDecisionCode)).toEqual([
      'removed',
    ]);
  });
});

const stand = (...words: string[]): Standing[] =>
  words.map((word) => (word === 'pending' ? PENDING : word === 'silence' ? NO_RESPONSE : decided(word as 'removed')));

/** How the items stand, how the notice stands. */
const STORIES: [string, string[], Partial<Standing>][] = [
  ['one item removed', ['removed'], { class: 'action-taken', code: 'removed', partly: false }],
  [
    'all items acted on, in whatever way',
    ['removed', 'restricted', 'restricted'],
    { class: 'action-taken', code: 'restricted', partly: false },
  ],
  [
    'any action makes it action taken, partly',
    ['no-violation', 'no-violation', 'removed'],
    { class: 'action-taken', code: 'removed', partly: true },
  ],
  [
    'an action outweighs what is pending',
    ['removed', 'pending'],
    { class: 'action-taken', code: 'removed', partly: true },
  ],
  ['an action outweighs silence', ['silence', 'delisted'], { class: 'action-taken', code: 'delisted', partly: true }],
  [
    'without action it waits while an item is pending',
    ['no-violation', 'no-violation', 'pending'],
    { class: 'pending', code: null, partly: false },
  ],
  [
    'the class of most items decides',
    ['not-found', 'already-removed', 'no-violation'],
    { class: 'not-found', code: 'not-found', partly: false },
  ],
  [
    'most items, not most of one code',
    ['not-entitled', 'wrong-channel', 'insufficient', 'no-violation', 'no-violation'],
    { class: 'rejected', code: 'not-entitled' },
  ],
  [
    'ties go to the class named first',
    ['not-entitled', 'not-found', 'no-violation'],
    { class: 'no-action', code: 'no-violation' },
  ],
  [
    'and among codes to the code named first',
    ['already-removed', 'not-found'],
    { class: 'not-found', code: 'not-found' },
  ],
  ['a decision outweighs as much silence', ['silence', 'insufficient'], { class: 'rejected', code: 'insufficient' }],
  [
    'more silence than decisions is silence',
    ['silence', 'insufficient', 'silence'],
    { class: 'no-response', code: null, partly: false },
  ],
];

describe('a notice with several items', () => {
  test.each(STORIES)('%s', (_story, items, standing) => {
    expect(rollUp(stand(...items))).toMatchObject(standing);
    expect(rollUp(stand(...items.toReversed()))).toMatchObject(standing);
  });
});
