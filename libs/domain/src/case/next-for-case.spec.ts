import { describe, expect, test } from '@jest/globals';
import { CaseBuilder } from '#test/builders/case.builder.js';
import { nextForCase, type CaseWork } from './next-for-case.js';

const NOW = new Date('2026-11-20T09:00:00Z');
const WHEN = {
  now: NOW,
  day: (later: number) => new Date(NOW.getTime() + later * 86_400_000).toISOString().slice(0, 10),
};
const NOTHING: CaseWork = { notices: 0, unsent: 0, awaiting: 0, unanswered: 0, unknown: 0, dueAt: null };
const next = (work: Partial<CaseWork>, file = CaseBuilder.aCase().build()) =>
  nextForCase(file, { ...NOTHING, ...work }, WHEN);

describe('the next step of a case', () => {
  test('is a first notice, then waiting, then closing it', () => {
    expect(next({})).toBe('begin');
    expect(next({ notices: 1, awaiting: 1, dueAt: new Date('2026-12-01T09:00:00Z') })).toBe('await');
    expect(next({ notices: 1 })).toBe('close');
  });

  test('is what could do harm by waiting: a lost letter before an answer, an answer before silence, silence before a draft', () => {
    const all = { notices: 4, unsent: 1, awaiting: 1, unanswered: 1, unknown: 1, dueAt: NOW };
    expect(next(all)).toBe('unknown');
    expect(next({ ...all, unknown: 0 })).toBe('answer');
    expect(next({ ...all, unknown: 0, unanswered: 0 })).toBe('overdue');
    expect(next({ ...all, unknown: 0, unanswered: 0, dueAt: null })).toBe('send');
  });

  test('is the mandate when it ends while a platform still has to answer', () => {
    const lawyer = (mandateValidUntil: string) =>
      CaseBuilder.aCase().saying({ mandate: 'lawyer', mandateValidUntil }).build();
    const waiting = { notices: 1, awaiting: 1 };
    expect(next(waiting, lawyer('2026-12-04'))).toBe('mandate');
    expect(next(waiting, lawyer('2026-12-05'))).toBe('await');
    expect(next({ notices: 1 }, lawyer('2026-11-01'))).toBe('close');
  });

  test('of a closed case is reopening it, whatever came in since', () => {
    expect(next({ notices: 1, unanswered: 1 }, CaseBuilder.aCase().closedOn('2026-11-19T09:00:00Z').build())).toBe(
      'reopen',
    );
  });
});
