import { describe, expect, test } from '@jest/globals';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { timeAllowed } from '../statistics/time-allowed.js';
import { advicesFor } from './advice.js';
import { isNews, newsOf } from './news.js';

const allowed = timeAllowed({ timeAllowedDays: { default: 14 }, zone: 'Europe/Amsterdam' });
const at = (text: string): Date => new Date(text);
const sent = () => NoticeBuilder.aNotice(1).sentOn('2026-11-02T09:00:00Z');

describe('what can be told of a notice', () => {
  test('is nothing while it has not left', () => {
    expect(newsOf(NoticeBuilder.aNotice(1).build(), allowed, at('2026-11-03T09:00:00Z'))).toBeNull();
  });

  test('is that it waits, then that the platform is silent, each in its time', () => {
    const notice = sent().build();
    const early = newsOf(notice, allowed, at('2026-11-03T09:00:00Z'))!;
    const late = newsOf(notice, allowed, at('2026-12-03T09:00:00Z'))!;
    expect([early.code, isNews(early), late.code, isNews(late)]).toEqual(['pending', false, 'no-response', true]);
  });

  test('is the decision once there is one', () => {
    const notice = sent().decidedOn('2026-11-04T09:00:00Z').build();
    const news = newsOf(notice, allowed, at('2026-11-05T09:00:00Z'))!;
    expect([news.code, news.partly, news.items]).toEqual(['removed', false, [{ code: 'removed', count: 1 }]]);
  });
});

describe('advice', () => {
  const told = { complaint: true, minor: false };

  test('comes in one order, each once, with the police and who listens always', () => {
    expect(advicesFor({ ...told, codes: ['removed', 'no-violation'] })).toEqual([
      'again',
      'complaint',
      'police',
      'suicide',
    ]);
  });

  test('names no complaint where none can be made, and the hotline where somebody may be a child', () => {
    expect(advicesFor({ codes: ['no-violation'], complaint: false, minor: true })).toEqual([
      'police',
      'hotline',
      'suicide',
    ]);
  });
});
