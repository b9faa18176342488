import { expect, test } from '@jest/globals';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import type { Notice } from './notice.js';
import { isWithdrawalUntold, refuseUnlessUntold, tellAgain } from './withdrawal.js';

const AT = new Date('2026-11-05T09:00:00Z');
const withdrawn = (builder: NoticeBuilder): Notice => {
  const notice = builder.build();
  notice.withdraw(AT, { because: 'duplicate', note: '', by: notice.id, at: AT.toISOString() });
  return notice;
};
const sent = { purpose: 'notice', state: 'sent' };
const told = (...states: string[]) => [sent, ...states.map((state) => ({ purpose: 'withdrawal', state }))];

test('a platform that has a withdrawn notice was not told where the last letter about it failed', () => {
  const notice = withdrawn(NoticeBuilder.aNotice(1).sentOn());
  expect(isWithdrawalUntold(notice, told('failed'))).toBe(true);
  expect(isWithdrawalUntold(notice, told('failed', 'failed'))).toBe(true);
  expect(tellAgain(notice, told('failed')).kind).toBe('withdrawal-told-again');
});

test.each(['queued', 'sending', 'deferred', 'unknown', 'sent'])('it is not told twice: the last one is %s', (state) => {
  const notice = withdrawn(NoticeBuilder.aNotice(1).sentOn());
  expect(() => refuseUnlessUntold(notice, told('failed', state))).toThrow('notice.withdrawal-told');
  expect(() => tellAgain(notice, told('failed', state))).toThrow('notice.withdrawal-told');
});

test('nothing is to be told of what stands, or never left', () => {
  expect(isWithdrawalUntold(NoticeBuilder.aNotice(1).sentOn().build(), told('failed'))).toBe(false);
  expect(isWithdrawalUntold(withdrawn(NoticeBuilder.aNotice(1)), told('failed'))).toBe(false);
  expect(
    isWithdrawalUntold(withdrawn(NoticeBuilder.aNotice(1).sentOn()), [{ purpose: 'notice', state: 'failed' }]),
  ).toBe(false);
});
