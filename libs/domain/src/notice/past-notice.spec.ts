import { describe, expect, test } from '@jest/globals';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { anOutcome } from '#test/builders/outcome.builder.js';
import { uuid } from '#test/builders/uuid.js';
import type { NoticeIdentity } from './notice-content.js';
import { Notice } from './notice.js';

describe('a notice taken over from an earlier administration', () => {
  const identity: NoticeIdentity = {
    ...{ id: uuid(1), reference: 'OLD-1', caseId: null, regime: 'article-22', origin: 'imported', line: 'helpline' },
  };
  const { content } = NoticeBuilder.aNotice().build();
  const items = [1, 2].map((n) => NoticeBuilder.item(uuid(1), n, `https://a.example/${n}`));
  const sentAt = new Date('2025-08-01T10:00:00Z');
  const taken = (acknowledgedAt: Date | null, ...outcomes: ReturnType<typeof anOutcome>[][]) =>
    Notice.record(identity, content, items, { sentAt, acknowledgedAt, outcomes });

  test('is sent, acknowledged or decided as its history says', () => {
    const removed = anOutcome('removed', '2025-08-02T10:00:00Z');
    expect(taken(null).status).toBe('sent');
    expect(taken(new Date('2025-08-01T11:00:00Z'), [removed], []).status).toBe('acknowledged');
    expect(taken(null, [removed], [removed])).toMatchObject({
      status: 'decided',
      moments: { sentAt, decidedAt: new Date('2025-08-02T10:00:00Z') },
    });
  });

  test('has no moment of decision when an item’s is unknown', () => {
    const notice = taken(null, [anOutcome('removed', '2025-08-02T10:00:00Z')], [anOutcome('removed', null)]);
    expect([notice.status, notice.moments.decidedAt]).toEqual(['decided', null]);
  });
});
