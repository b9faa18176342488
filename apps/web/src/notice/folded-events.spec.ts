import { expect, test } from '@jest/globals';
import { folded } from './folded-events.js';

const entry = (minute: number, kind = 'notice-described', who = 'one') => ({
  ...{ kind, who },
  at: new Date(Date.UTC(2026, 10, 21, 9, minute)),
});
const lines = (...entries: ReturnType<typeof entry>[]) =>
  folded(entries, ({ who }) => who).map(({ kind, who, times, since, at }) => [
    ...[kind, who, times],
    ...[since.getUTCMinutes(), at.getUTCMinutes()],
  ]);

test('keepings of a draft by one person, one after the other, are one line from the first to the last', () => {
  expect(lines(entry(9), entry(7), entry(4), entry(1, 'notice-started'))).toEqual([
    ['notice-described', 'one', 3, 4, 9],
    ['notice-started', 'one', null, 1, 1],
  ]);
});

test('another person, or something else in between, begins another line', () => {
  const kept = [entry(9), entry(8, 'notice-described', 'two'), entry(7), entry(6, 'capture-made'), entry(5), entry(4)];
  expect(lines(...kept).map(([, who, times]) => [who, times])).toEqual([
    ['one', null],
    ['two', null],
    ['one', null],
    ['one', null],
    ['one', 2],
  ]);
});

test('nothing else that happens twice is taken together', () => {
  expect(lines(entry(2, 'delivery-deferred'), entry(1, 'delivery-deferred'))).toHaveLength(2);
});
