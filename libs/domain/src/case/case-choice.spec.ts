import { describe, expect, test } from '@jest/globals';
import { uuid } from '#test/builders/uuid.js';
import { EVERY_CASE, readChoice, writeChoice } from './case-choice.js';

const WHOLE = {
  ...{ status: 'all', search: 'Z-2026', line: 'hotline', urgency: 'now', confidentiality: 'restricted' },
  ...{ platform: 'google-search', assignee: uuid(3), from: '2026-01-01', until: '2026-06-30', sort: 'opened' },
  ...{ unanswered: 'yes', awaiting: 'yes', overdue: 'yes', unknown: 'yes', unsent: 'yes', mandate: 'yes' },
};

describe('a choice of cases', () => {
  test('is read from an address and written into one again, whatever it holds', () => {
    expect(writeChoice(readChoice(WHOLE))).toEqual(WHOLE);
    expect(writeChoice(readChoice({}))).toEqual({});
    expect(readChoice({ status: 'all' })).toEqual(EVERY_CASE);
    for (const assignee of ['mine', 'nobody']) expect(writeChoice(readChoice({ assignee }))).toEqual({ assignee });
  });

  test('is of open cases by deadline where nothing is said', () => {
    expect(readChoice({})).toMatchObject({ status: 'open', sort: 'deadline', waits: [] });
  });

  test.each([
    { status: '__proto__' },
    { line: ['helpline'], urgency: { now: 1 } },
    { from: '2026-02-30', until: 'yesterday' },
    { platform: "x' or 1=1", assignee: 'me' },
    { unanswered: 'on', sort: 'mood' },
  ])('leaves out what means nothing: %j', (written) => {
    expect(readChoice(written)).toEqual(readChoice({}));
  });

  test('keeps a search within bounds and without what no text can hold', () => {
    expect(readChoice({ search: ` a\0b ${'x'.repeat(300)}` }).search).toHaveLength(100);
  });
});
