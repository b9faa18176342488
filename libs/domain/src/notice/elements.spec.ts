import { expect, test } from '@jest/globals';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { elementsOf } from './elements.js';

const complete = (notice: NoticeBuilder): string =>
  elementsOf(notice.build())
    .filter(({ isComplete }) => isComplete)
    .map(({ element }) => element)
    .join('');

test('a notice has the elements of Art. 16(2) one by one, and the last when somebody states good faith', () => {
  const notice = NoticeBuilder.aNotice();
  expect(complete(notice)).toBe('abc');
  expect(complete(notice.withoutExplanation())).toBe('bc');
  expect(complete(notice.withoutLocation())).toBe('ac');
  expect(complete(notice.saying({ submitterEmail: ' ' }))).toBe('ab');
  expect(complete(notice.submittedOn())).toBe('abcd');
});
