import { describe, expect, test } from '@jest/globals';
import { mandateOn } from './mandate.js';

const lawyer = (mandateValidUntil: string | null) => ({ mandate: 'lawyer', mandateValidUntil }) as const;

describe('a mandate', () => {
  test('that ended yesterday has ended; on its last day it still counts', () => {
    expect(mandateOn(lawyer('2026-11-20'), '2026-11-21')).toEqual({ kind: 'ended', on: '2026-11-20' });
    expect(mandateOn(lawyer('2026-11-21'), '2026-11-21')).toEqual({ kind: 'valid', until: '2026-11-21' });
    expect(mandateOn(lawyer(null), '2026-11-21')).toEqual({ kind: 'valid', until: null });
  });

  test('that nobody gave is none, whatever day it names', () => {
    expect(mandateOn({ mandate: 'none', mandateValidUntil: '2026-01-01' }, '2026-11-21')).toEqual({ kind: 'none' });
  });
});
