import { describe, expect, test } from '@jest/globals';
import { ANSWERED, NoticeBuilder } from '#test/builders/notice.builder.js';
import { uuid } from '#test/builders/uuid.js';
import { system } from '../event.js';
import type { Arose, NoticeAnswers } from './notice-answers.js';
import type { Notice } from './notice.js';

const BY = system('test');
const WORD = { by: uuid(800), at: '2026-11-02T08:00:00.000Z' };
const AROSE: Arose = { as: 'follow-up', from: uuid(9), reference: 'TF-2026-000009', sentAt: WORD.at };
const TICKED: NoticeAnswers = {
  ...ANSWERED,
  scope: { ...ANSWERED.scope!, service: 'hosting' },
  shared: [{ field: 'name', text: 'x', ...WORD }],
  enclosed: [{ digest: 'a'.repeat(64), name: 'a.png', ...WORD }],
  channelWord: { kind: 'email', address: 'a@b.example', ...WORD },
  channelAddress: 'a@b.example',
  ownReport: { result: 'refused', on: null },
  arose: AROSE,
};
const draft = (platformCode: string | null) =>
  NoticeBuilder.aNotice().saying({ platformCode, answers: TICKED }).build();
const moved = (notice: Notice, platformCode: string | null) => {
  notice.describe({ ...notice.content, platformCode }, [...notice.items], BY);
  return notice;
};

describe('a notice that turns to another platform', () => {
  test('asks anew what was answered for the one before, and tells nothing of what that one got', () => {
    const { answers } = moved(draft('practice'), 'another').content;
    const { danger, imagery, expression, alsoIn } = TICKED;
    expect(answers).toEqual({
      ...{ danger, imagery, expression, alsoIn, scope: null, shared: [], channelWord: null },
      arose: { ...AROSE, as: 'copy' },
    });
  });

  test('cannot be prepared before somebody said which service that is, whose regime then follows', () => {
    const notice = moved(draft('practice'), 'another');
    expect(notice.blockers()).toEqual(['scope-unanswered']);
    const answers = { ...notice.content.answers, scope: ANSWERED.scope };
    notice.describe({ ...notice.content, answers }, [...notice.items], BY);
    expect([notice.regime, notice.blockers()]).toEqual(['article-22', []]);
  });

  test('forgets it also on the way over no platform at all', () => {
    expect(moved(moved(draft('practice'), null), 'another').content.answers.arose?.as).toBe('copy');
  });

  test('keeps everything at the same platform, and where it gets its first', () => {
    expect(moved(draft('practice'), 'practice').content.answers).toEqual(TICKED);
    expect(moved(draft(null), 'practice').content.answers).toEqual(TICKED);
  });
});
