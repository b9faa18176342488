import { describe, expect, test } from '@jest/globals';
import { sharedData, type Typed } from './shared-data.js';

const NOTHING: Typed = { text: '', ticked: false };
const word = { by: 'b', at: '2026-11-21T10:00:00.000Z' };

describe('data of the person affected', () => {
  test('are kept only where they were ticked, with who and when', () => {
    const typed = { name: { text: ' A name ', ticked: true }, age: { text: '17', ticked: false } };
    const shared = sharedData((field) => ({ ...NOTHING, ...typed[field as 'name' | 'age'] }), [], word);
    expect(shared).toEqual([{ field: 'name', text: 'A name', ...word }]);
  });

  test('keep who ticked them first, until the words change', () => {
    const first = { field: 'name', text: 'A name', by: 'a', at: '2026-11-01T10:00:00.000Z' } as const;
    const named = (text: string) => (field: string) => (field === 'name' ? { text, ticked: true } : NOTHING);
    expect(sharedData(named('A name'), [first], word)).toEqual([first]);
    expect(sharedData(named('Other'), [first], word)).toEqual([{ field: 'name', text: 'Other', ...word }]);
  });

  test('cannot be ticked while empty', () => {
    expect(() => sharedData(() => ({ text: ' ', ticked: true }), [], word)).toThrow(
      expect.objectContaining({ code: 'notice.shared-without-text' }),
    );
  });
});
