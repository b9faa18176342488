import { describe, expect, test } from '@jest/globals';
import { explanationEdited, nextVersion, type ExplanationVersion } from './explanation-version.js';
import { keepingAnswers, withReasons } from './reasoned-ground.js';

const at = new Date('2026-11-21T12:00:00Z');
const first: ExplanationVersion = {
  ...{ ground: 'AW21', language: 'nl', version: 1, text: 'Eerst.', by: { kind: 'pack' } },
  at: new Date('2026-01-01T00:00:00Z'),
};
const written = (text: string, expected = 1) => nextVersion(first, { text, userId: 'u', at, expected });

describe('a wording', () => {
  test('gets the next number and the person who wrote it; the log names no word of it', () => {
    const second = written('Nieuw.  \r\nRegel.\n\n');
    expect(second).toEqual({ ...first, version: 2, text: 'Nieuw.\nRegel.', by: { kind: 'person', userId: 'u' }, at });
    expect(explanationEdited(second)).toEqual({
      ...{ kind: 'explanation-edited', subject: 'ground', subjectId: 'AW21' },
      facts: { language: 'nl', version: 2 },
    });
  });

  test.each([
    ['', 'explanation.empty'],
    [' \n ', 'explanation.empty'],
    ['x'.repeat(5001), 'explanation.too-long'],
    ['Eerst.', 'explanation.unchanged'],
    ['a\u202eb', 'explanation.control-character'],
    ['a\u0007b', 'explanation.control-character'],
  ])('is refused as %j', (text, code) => {
    expect(() => written(text)).toThrow(code);
  });

  test('over one that another wrote meanwhile is refused', () => {
    expect(() => written('Nieuw.', 0)).toThrow('explanation.outdated');
  });
});

describe('grounds of a notice', () => {
  const built = { code: 'A', explanation: 'x', answers: { a: '1' }, template: { language: 'nl', version: 3 } } as const;

  test('keep the answers they were built from as long as it is the same ground', () => {
    expect(keepingAnswers([{ code: 'A', explanation: 'x' }], [built])).toEqual([built]);
    expect(keepingAnswers([{ code: 'B', explanation: 'y' }], [built])).toEqual([{ code: 'B', explanation: 'y' }]);
  });

  test('are not as built any more, in either language, where another text is written over them', () => {
    const second = { language: 'en', explanation: 'z', version: 2 } as const;
    expect(keepingAnswers([{ code: 'A', explanation: 'y' }], [{ ...built, second }])).toEqual([
      { code: 'A', explanation: 'y', answers: built.answers },
    ]);
  });

  test('take the reasons of one of them', () => {
    const other = { code: 'B', explanation: 'z' };
    expect(withReasons([{ code: 'A', explanation: '' }, other], built)).toEqual([built, other]);
  });
});
