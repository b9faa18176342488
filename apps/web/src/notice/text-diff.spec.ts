import { describe, expect, test } from '@jest/globals';
import { textDiff, type DiffLine } from './text-diff.js';

/** A line as a reader sees it: `-` gone, `+` new, changed words in brackets. */
const shown = (lines: readonly DiffLine[]): string[] =>
  lines.map((line) => {
    if (line.kind === 'skipped') return `… ${line.lines}`;
    const sign = { same: ' ', gone: '-', new: '+' }[line.kind];
    return sign + line.pieces.map(({ text, changed }) => (changed ? `[${text}]` : text)).join('');
  });

/** What both versions say when the changes are put together again. */
const version = (lines: readonly DiffLine[], not: 'gone' | 'new'): string[] =>
  lines.flatMap((line) =>
    line.kind === 'skipped' || line.kind === not ? [] : [line.pieces.map(({ text }) => text).join('')],
  );

describe('what changed in a letter', () => {
  test('is nothing when nothing did, whatever ends its lines', () => {
    expect(textDiff('a\r\nb', 'a\nb')).toEqual([]);
  });

  test('is shown word by word where one line took the place of another', () => {
    expect(shown(textDiff('Dear desk\nplease remove 2 posts\nbye', 'Dear desk\nplease remove 3 posts\nbye'))).toEqual([
      ...[' Dear desk', '-please remove [2] posts', '+please remove [3] posts', ' bye'],
    ]);
  });

  test('leaves out long stretches that both have', () => {
    const many = Array.from({ length: 20 }, (_, n) => `line ${n}`);
    expect(shown(textDiff(many.join('\n'), [...many.slice(0, 10), 'more', ...many.slice(10)].join('\n')))).toEqual([
      ...['… 8', ' line 8', ' line 9', '+[more]', ' line 10', ' line 11', '… 8'],
    ]);
  });

  test('never hides anything: both versions can be read from it', () => {
    const texts = ['a b\nc\nd', 'a x\nd\ne f', '', 'c\nc\nc', 'd\na b'];
    for (const before of texts) {
      for (const after of texts.filter((text) => text !== before)) {
        const lines = textDiff(before, after);
        expect([version(lines, 'new'), version(lines, 'gone')]).toEqual([before.split('\n'), after.split('\n')]);
      }
    }
  });

  test('of texts with nothing in common is all of both, however long they are', () => {
    const [before, after] = ['x', 'y'].map((word) => Array.from({ length: 3_000 }, (_, n) => `${word}${n}`));
    const lines = textDiff(before!.join('\n'), after!.join('\n'));
    expect(lines).toHaveLength(6_000);
  });
});
