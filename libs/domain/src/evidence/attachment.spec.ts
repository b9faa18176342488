import { describe, expect, test } from '@jest/globals';
import type { AgeBand } from '../case/case-file.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { UNANSWERED, type Imagery } from '../notice/notice-answers.js';
import { refuseKind, whyNotAttachable } from './attachment.js';
import type { CapturePolicy } from './capture-policy.js';
import { enclosing, mayGoAlong, withoutEnclosure } from './enclosed.js';

const { content } = NoticeBuilder.aNotice().build();
const terms = (imagery: Imagery | undefined, ...policies: CapturePolicy[]) => ({
  content: { ...content, answers: { ...UNANSWERED, ...(imagery && { imagery }) } },
  policies,
  age: 'unknown' as AgeBand,
});

describe('own files beside a notice', () => {
  test.each([
    [null, terms('none', 'full')],
    [null, terms('sexual-adult', 'masked')],
    ['attachment.forbidden', terms('sexual-minor', 'full')],
    ['attachment.forbidden', terms('none', 'full', 'forbidden')],
    ['attachment.imagery-unasked', terms(undefined, 'full')],
    ['attachment.no-ground', terms('none')],
    ['notice.minor-in-case', { ...terms('sexual-adult', 'full'), age: '16-17' as const }],
    [null, { ...terms('person', 'full'), age: '16-17' as const }],
  ])('%s', (why, of) => {
    expect(whyNotAttachable(of)).toBe(why);
  });

  test('are text alone where a ground keeps no more of a page than its facts', () => {
    expect(() => refuseKind(terms('none', 'full', 'metadata'), 'image/png', 'a.png')).toThrow('attachment.text-only');
    expect(() => refuseKind(terms('none', 'metadata'), 'text/plain', 'a.txt')).not.toThrow();
    expect(() => refuseKind(terms('none', 'masked'), 'image/png', 'a.png')).not.toThrow();
  });
});

describe('what goes along', () => {
  const [file, word] = [
    { digest: 'a'.repeat(64), name: '1-viewport.png' },
    { by: 'u-1', at: '2026-11-22T10:00:00.000Z' },
  ];

  test('is nothing, until somebody says so of a file; who did so first is kept', () => {
    const once = enclosing(content, file, word);
    expect(content.answers.enclosed).toBeUndefined();
    expect(once.answers.enclosed).toEqual([{ ...file, ...word }]);
    expect(enclosing(once, file, { by: 'u-2', at: '2026-11-23T10:00:00.000Z' })).toBe(once);
    expect(withoutEnclosure(once, file.digest).answers.enclosed).toEqual([]);
  });

  test('shows the content; how a capture was made, and pages that run, stay here', () => {
    const going = (kind: string, mediaType: string) => mayGoAlong({ kind, mediaType });
    expect([going('viewport', 'image/png'), going('text', 'text/plain'), going('upload', 'application/pdf')]).toEqual([
      true,
      true,
      true,
    ]);
    expect([
      going('document', 'multipart/related'),
      going('network', 'application/json'),
      going('headers', 'text/plain'),
    ]).toEqual([false, false, false]);
  });
});
