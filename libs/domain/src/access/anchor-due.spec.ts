import { expect, test } from '@jest/globals';
import { NO_ENTRY } from './anchor.js';
import { hasMoved, isAnchorHour } from './anchor-due.js';

const at = (text: string): Date => new Date(`2026-11-21T${text}Z`);
const last = { at: '2026-11-21T10:00:00.000Z', seq: 7, hash: 'a'.repeat(64) };

test('an anchor is due each hour, also for a process that has just started', () => {
  expect(isAnchorHour(at('10:00:00'), null)).toBe(true);
  expect(isAnchorHour(at('10:59:59.999'), last)).toBe(false);
  expect(isAnchorHour(at('11:00:00'), last)).toBe(true);
  expect(isAnchorHour(at('23:00:00'), last)).toBe(true);
});

test('a clock that was set back makes one due at once, and then by the hour again', () => {
  expect(isAnchorHour(at('09:30:00'), last)).toBe(true);
  expect(isAnchorHour(at('09:31:00'), { at: '2026-11-21T09:30:00.000Z' })).toBe(false);
});

test('only a log that has moved is signed: grown, cut off or rewritten', () => {
  const head = { seq: 7, hash: last.hash, count: 7 };
  expect(hasMoved(NO_ENTRY, null)).toBe(false);
  expect(hasMoved(NO_ENTRY, last)).toBe(false);
  expect(hasMoved(head, null)).toBe(true);
  expect(hasMoved(head, last)).toBe(false);
  expect(hasMoved({ ...head, seq: 8 }, last)).toBe(true);
  expect(hasMoved({ ...head, seq: 6 }, last)).toBe(true);
  expect(hasMoved({ ...head, hash: 'b'.repeat(64) }, last)).toBe(true);
});
