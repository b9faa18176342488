import { expect, test } from '@jest/globals';
import { FactorReset } from './factor-reset.js';

const at = (time: string): Date => new Date(`2026-11-${time}Z`);
const asked = (askedBy = 'ann', userId = 'lost') =>
  FactorReset.ask({ id: 'r', userId, askedBy, askedAt: at('20T09:00:00') });
const BOTH = ['ann', 'bob', 'lost'];
const code = (act: () => unknown): string | undefined => {
  try {
    act();
    return undefined;
  } catch (refusal) {
    return (refusal as { code: string }).code;
  }
};

test('one administrator asks and another confirms; both are in the log, as ids', () => {
  const { reset, event } = asked();
  const facts = { subject: 'user', subjectId: 'lost', facts: { resetId: 'r' } };
  expect(event).toEqual({ kind: 'factor-reset-asked', ...facts });
  expect(reset.confirm('bob', at('21T09:00:00'), BOTH)).toEqual({ kind: 'factor-reset-confirmed', ...facts });
  expect([reset.state, reset.settledBy]).toEqual(['confirmed', 'bob']);
});

test('nobody asks for themselves, confirms what they asked, or confirms their own', () => {
  expect(code(() => asked('lost'))).toBe('access.reset-own');
  expect(code(() => asked().reset.confirm('ann', at('20T10:00:00'), BOTH))).toBe('access.reset-same-person');
  expect(code(() => asked().reset.confirm('lost', at('20T10:00:00'), BOTH))).toBe('access.reset-own');
});

test('it waits 72 hours and no longer, and is settled once', () => {
  expect(code(() => asked().reset.confirm('bob', at('23T08:59:59'), BOTH))).toBeUndefined();
  expect(code(() => asked().reset.confirm('bob', at('23T09:00:00'), BOTH))).toBe('access.reset-over');
  const { reset } = asked();
  expect(reset.withdraw('ann', at('20T10:00:00')).kind).toBe('factor-reset-withdrawn');
  expect(code(() => reset.confirm('bob', at('20T11:00:00'), BOTH))).toBe('access.reset-over');
});

test('both are administrators still when it is confirmed', () => {
  expect(code(() => asked().reset.confirm('bob', at('20T10:00:00'), ['bob', 'eve']))).toBe('access.reset-not-two');
  expect(code(() => asked().reset.confirm('bob', at('20T10:00:00'), ['ann', 'eve']))).toBe('access.reset-not-two');
});

test('who asks anew after it was over, closes it; while it waits it stays', () => {
  const { reset } = asked();
  expect(code(() => reset.lapse('bob', at('23T08:59:59')))).toBe('access.reset-asked-already');
  expect(reset.lapse('bob', at('23T09:00:00')).kind).toBe('factor-reset-lapsed');
  expect([reset.state, reset.settledBy]).toEqual(['lapsed', 'bob']);
  expect(code(() => reset.lapse('bob', at('23T09:00:01')))).toBe('access.reset-asked-already');
});
