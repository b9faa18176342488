import { describe, expect, test } from '@jest/globals';
import { uuid } from '#test/builders/uuid.js';
import { Escalation, type EscalationStatus } from './escalation.js';

/** The life of design.md §2, with the way back from a review and the ways out. */
const LIFE: Readonly<Record<EscalationStatus, readonly EscalationStatus[]>> = {
  draft: ['reviewed'],
  reviewed: ['draft', 'sent'],
  sent: ['received', 'closed'],
  received: ['transmitted', 'closed'],
  transmitted: ['closed'],
  closed: [],
};
const STATUSES = Object.keys(LIFE) as EscalationStatus[];
const WAY_TO: Readonly<Record<EscalationStatus, readonly EscalationStatus[]>> = {
  draft: [],
  reviewed: ['reviewed'],
  sent: ['reviewed', 'sent'],
  received: ['reviewed', 'sent', 'received'],
  transmitted: ['reviewed', 'sent', 'received', 'transmitted'],
  closed: ['reviewed', 'sent', 'closed'],
};

const open = (to = '2026-06-30'): Escalation =>
  Escalation.open({
    ...{ id: uuid(1), reference: 'E-2026-0001', openedAt: new Date('2026-11-10T10:00:00Z') },
    scope: { about: 'meta', from: '2026-01-01', to },
  });
const at = (status: EscalationStatus): Escalation => {
  const escalation = open();
  WAY_TO[status].forEach((step) => escalation.advance(step));
  return escalation;
};

describe('an escalation', () => {
  test.each(STATUSES.flatMap((from) => STATUSES.map((to) => [from, to] as const)))('from %s to %s', (from, to) => {
    const escalation = at(from);
    if (LIFE[from].includes(to)) {
      expect(escalation.advance(to)).toEqual({ kind: `escalation-${to}`, subject: 'escalation', subjectId: uuid(1) });
      expect(escalation.status).toBe(to);
    } else {
      expect(() => escalation.advance(to)).toThrow('escalation.status-cannot-follow');
      expect(escalation.status).toBe(from);
    }
  });

  test('about a period that ends before it begins is refused; one day is a period', () => {
    expect(() => open('2025-12-31')).toThrow('escalation.from-after-to');
    expect(open('2026-01-01').scope.to).toBe('2026-01-01');
  });
});
