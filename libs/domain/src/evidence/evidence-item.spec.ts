import { describe, expect, test } from '@jest/globals';
import { EvidenceItem } from './evidence-item.js';

const facts = {
  id: 'item-1',
  digest: 'ab'.repeat(32),
  kind: 'text' as const,
  size: 12,
  mediaType: 'text/plain; charset=utf-8',
  name: 'text.txt',
  provenance: { captureId: 'c-1', url: 'http://a.example/', madeAt: '2026-11-21T10:00:00Z', madeWith: 'seinpost' },
};
const at = (time: string): Date => new Date(`2026-11-21T${time}Z`);

describe('an evidence item', () => {
  test('begins its custody with the storing', () => {
    const item = EvidenceItem.stored(facts, at('10:00:00'), 'worker');
    expect(item.custody).toEqual([{ at: '2026-11-21T10:00:00.000Z', by: 'worker', action: 'stored', reason: null }]);
  });

  test('remembers who touched it, in order', () => {
    const item = EvidenceItem.stored(facts, at('10:00:00'), 'worker');
    item.touch('shown', at('11:00:00'), 'user:7', 'checking the letter');
    item.touch('exported', at('12:00:00'), 'user:7');
    expect(item.custody.map((entry) => entry.action)).toEqual(['stored', 'shown', 'exported']);
    expect(() => item.touch('viewed', at('11:30:00'), 'user:7')).toThrow('evidence.custody-out-of-order');
  });

  test('cannot be touched once purged', () => {
    const item = EvidenceItem.stored(facts, at('10:00:00'), 'worker');
    item.touch('purged', at('11:00:00'), 'user:1', 'order of the court');
    expect(() => item.touch('viewed', at('12:00:00'), 'user:7')).toThrow('evidence.purged');
  });

  test('is refused without a proper digest', () => {
    expect(() => EvidenceItem.stored({ ...facts, digest: 'AB' }, at('10:00:00'), 'worker')).toThrow(
      'evidence.bad-digest',
    );
  });
});
