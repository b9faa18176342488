import { describe, expect, test } from '@jest/globals';
import { LETTER, NO_APPROVAL, NoticeBuilder } from '#test/builders/notice.builder.js';
import { uuid } from '#test/builders/uuid.js';
import type { Actor } from '../event.js';
import { approvalCauses, LONGEST_REASON, NOT_WRITTEN, standingLetter, writtenBy } from './approval.js';

const AT = new Date('2026-11-10T12:00:00Z');
const [AUTHOR, ASKER, REVIEWER] = [uuid(810), uuid(800), uuid(801)];
const OTHER = 'b'.repeat(64);
const user = (userId: string): Actor => ({ kind: 'user', userId, sessionId: null });
const word = (by: string, letterDigest = LETTER) => ({ by, at: AT.toISOString(), letterDigest });
const ALWAYS = { rule: { always: true, grounds: [] }, inTraining: false };
const STATEMENT = { by: ASKER, at: AT.toISOString(), textVersion: '2026-1' };
const asked = () => NoticeBuilder.aNotice().writtenBy(AUTHOR).asked().build();
const approved = () => NoticeBuilder.aNotice().writtenBy(AUTHOR).approved().build();

describe('whether a notice needs a second person', () => {
  const rule = { always: false, grounds: ['SR240b'] };

  test.each([
    ['nothing asks for it', { rule, inTraining: false }, ['AW21'], []],
    ['one of its grounds does', { rule, inTraining: false }, ['AW21', 'SR240b'], ['ground']],
    ['its author is in training', { rule, inTraining: true }, ['AW21'], ['in-training']],
    ['the organisation wants it always', { rule: { ...rule, always: true }, inTraining: false }, [], ['always']],
    [
      'everything at once',
      { rule: { ...rule, always: true }, inTraining: true },
      ['SR240b'],
      ['always', 'ground', 'in-training'],
    ],
  ])('%s', (_why, terms, grounds, causes) => {
    expect(approvalCauses(terms, grounds)).toEqual(causes);
  });

  test.each([
    ALWAYS,
    { ...NO_APPROVAL, inTraining: true },
    { ...NO_APPROVAL, rule: { always: false, grounds: ['AW21'] } },
  ])('where it does, a ready notice does not leave without: %j', (terms) => {
    const notice = NoticeBuilder.aNotice().ready().build();
    expect(() => notice.submit(STATEMENT, LETTER, terms, AT)).toThrow('notice.approval-needed');
    expect(notice.status).toBe('ready');
  });

  test('nor while the second person is only asked', () => {
    expect(() => asked().submit(STATEMENT, LETTER, ALWAYS, AT)).toThrow('notice.approval-needed');
  });

  test('what was approved leaves, also when the rule became stricter since', () => {
    const notice = approved();
    notice.submit(STATEMENT, LETTER, { ...ALWAYS, inTraining: true }, AT);
    expect(notice.status).toBe('submitted');
  });

  test('what was asked leaves without, once no rule asks for it any more', () => {
    const notice = asked();
    notice.submit(STATEMENT, LETTER, NO_APPROVAL, AT);
    expect(notice.status).toBe('submitted');
  });
});

describe('who may approve', () => {
  test('everybody who began, described, prepared or offered it is an author, once; the machine is none', () => {
    const notice = NoticeBuilder.aNotice().writtenBy(AUTHOR).build();
    notice.describe(notice.content, notice.items, user(uuid(811)));
    notice.describe(notice.content, notice.items, user(AUTHOR));
    notice.prepare(user(uuid(812)));
    notice.askApproval({ ...word(ASKER), version: 1 });
    expect(notice.approval.authors).toEqual([AUTHOR, uuid(811), uuid(812), ASKER]);
    expect(writtenBy(NOT_WRITTEN, { kind: 'system', job: 'import' })).toBe(NOT_WRITTEN);
  });

  test.each([AUTHOR, ASKER])('no author, whatever their role is by now: %s', (author) => {
    const notice = asked();
    expect(() => notice.approve(word(author))).toThrow('notice.approval-by-author');
    expect(() => notice.return({ ...word(author), reason: 'x' })).toThrow('notice.approval-by-author');
    expect(notice).toStrictEqual(asked());
  });

  test('nor a reviewer who changed it first: by that they are an author', () => {
    const notice = asked();
    notice.describe(notice.content, notice.items, user(REVIEWER));
    notice.prepare(user(AUTHOR));
    notice.askApproval({ ...word(AUTHOR, OTHER), version: 4 });
    expect(() => notice.approve(word(REVIEWER, OTHER))).toThrow('notice.approval-by-author');
  });

  test('somebody else, once', () => {
    const notice = asked();
    expect(notice.approve(word(REVIEWER))).toEqual({
      ...{ kind: 'notice-approved', subject: 'notice', subjectId: notice.id, facts: {} },
    });
    expect(notice.approval.judged).toEqual({ kind: 'given', ...word(REVIEWER) });
    expect(() => notice.approve(word(uuid(802)))).toThrow('notice.status-cannot-follow');
  });
});

describe('what was approved', () => {
  test('is the letter that was asked about and no other', () => {
    expect(() => asked().approve(word(REVIEWER, OTHER))).toThrow('letter.changed-since-preview');
    expect(() => NoticeBuilder.aNotice().ready().build().approve(word(REVIEWER))).toThrow('notice.approval-not-asked');
    expect(() => asked().askApproval({ ...word(ASKER), version: 9 })).toThrow('notice.approval-asked-already');
  });

  test('leaves, and nothing else does', () => {
    const notice = approved();
    expect(() => notice.submit(STATEMENT, OTHER, NO_APPROVAL, AT)).toThrow('letter.changed-since-preview');
    expect(standingLetter(notice)).toBe(LETTER);
    notice.submit(STATEMENT, LETTER, NO_APPROVAL, AT);
    expect([notice.status, standingLetter(notice)]).toEqual(['submitted', null]);
  });

  test.each(['asked', 'approved'] as const)('any change of what was %s makes it a draft and says so', (station) => {
    const notice = station === 'asked' ? asked() : approved();
    const kinds = notice.describe(notice.content, notice.items, user(AUTHOR)).map(({ kind }) => kind);
    expect(kinds).toEqual(['notice-described', 'notice-approval-voided']);
    expect([notice.status, notice.approval.asked]).toEqual(['draft', null]);
    expect(notice.approval.judged?.letterDigest ?? null).toBe(station === 'asked' ? null : LETTER);
    notice.prepare(user(AUTHOR));
    expect(() => notice.submit(STATEMENT, LETTER, ALWAYS, AT)).toThrow('notice.approval-needed');
  });

  test('a draft that was never offered loses nothing when it changes', () => {
    const notice = NoticeBuilder.aNotice().build();
    expect(notice.describe(notice.content, notice.items, user(AUTHOR))).toHaveLength(1);
  });

  test('called back after it was submitted, it needs approval anew: its letter is spent', () => {
    const notice = approved();
    notice.submit(STATEMENT, LETTER, ALWAYS, AT);
    expect(notice.recall('called-back').map(({ kind }) => kind)).toEqual(['notice-recalled', 'notice-approval-voided']);
    expect(() => notice.submit(STATEMENT, LETTER, ALWAYS, AT)).toThrow('notice.approval-needed');
  });

  test.each(['asked', 'approved'] as const)('can be taken back while it is %s', (station) => {
    const notice = station === 'asked' ? asked() : approved();
    expect(notice.takeBackApproval().kind).toBe('notice-approval-taken-back');
    expect([notice.status, notice.approval.asked]).toEqual(['draft', null]);
    expect(() => notice.takeBackApproval()).toThrow('notice.status-cannot-follow');
  });
});

describe('what is returned', () => {
  test('goes back to its authors with the reason, which no event carries', () => {
    const notice = asked();
    const event = notice.return({ ...word(REVIEWER), reason: '  The second address is another post. ' });
    expect(JSON.stringify(event)).not.toContain('address');
    expect([notice.status, notice.approval.asked]).toEqual(['draft', null]);
    expect(notice.approval.judged).toEqual({
      ...{ kind: 'returned', ...word(REVIEWER), reason: 'The second address is another post.' },
    });
  });

  test('needs a reason that somebody can read', () => {
    expect(() => asked().return({ ...word(REVIEWER), reason: ' \n' })).toThrow('notice.return-reason-missing');
    const long = 'x'.repeat(LONGEST_REASON + 1);
    expect(() => asked().return({ ...word(REVIEWER), reason: long })).toThrow('notice.return-reason-too-long');
  });

  test('can be offered again, and the earlier word stays until the next', () => {
    const notice = NoticeBuilder.aNotice().writtenBy(AUTHOR).returned('Too short').build();
    notice.prepare(user(AUTHOR));
    notice.askApproval({ ...word(AUTHOR, OTHER), version: 5 });
    expect(notice.approval.judged).toMatchObject({ kind: 'returned', reason: 'Too short' });
    notice.approve(word(REVIEWER, OTHER));
    expect(notice.approval.judged?.kind).toBe('given');
  });
});
