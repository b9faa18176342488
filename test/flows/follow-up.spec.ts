import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { readHistory } from '#adapters/history/read-history.js';
import { projectPath } from '#adapters/settings/project.js';
import { ImportNotices } from '#application/notice/import-notices.js';
import { FollowUp, type FollowUpQuestion } from '#application/statistics/follow-up.js';
import { EVERYTHING } from '#domain/access/reach.js';
import { system } from '#domain/event.js';
import { openDesk, type OpenDesk } from '#test/setup/open-desk.js';

const HISTORY = projectPath('migrations', 'reference', 'practice', 'notices-2025.csv');
const YEAR: FollowUpQuestion = {
  from: '2025-07-15',
  to: '2025-12-31',
  asOf: new Date('2026-06-30T22:00:00Z'),
  regimes: ['article-22'],
  line: null,
  by: null,
  unit: 'notice',
  reach: EVERYTHING,
  language: 'en',
};
const oneDecimal = (percentage: number | null): number => Math.round((percentage ?? 0) * 10) / 10;

describe('the reconstructed history of 578 notices', () => {
  let desk: OpenDesk;

  beforeAll(async () => {
    desk = await openDesk();
    const result = await desk
      .get(ImportNotices)
      .run(readHistory(readFileSync(HISTORY)), { dryRun: false, skipBad: false, by: system('test') });
    expect(result).toMatchObject({ dryRun: false, notices: 578, refused: 0 });
  });
  afterAll(() => desk.close());

  test('gives the published percentages', async () => {
    const { sent, total, pending, classes } = await desk.get(FollowUp).run(YEAR);
    expect({ sent, total, pending }).toEqual({ sent: 578, total: 578, pending: 0 });
    expect(classes.map((one) => [one.class, one.count, one.percentage])).toEqual([
      ['action-taken', 443, 76.64],
      ['no-action', 86, 14.88],
      ['not-found', 38, 6.57],
      ['rejected', 3, 0.52],
      ['no-response', 8, 1.38],
    ]);
    expect(Math.round(classes[0]!.percentage!)).toBe(77);
    expect(classes.slice(1).map((one) => oneDecimal(one.percentage))).toEqual([14.9, 6.6, 0.5, 1.4]);
  });

  test('has portrait right as its most used ground', async () => {
    const { groups } = await desk.get(FollowUp).run({ ...YEAR, by: 'ground' });
    expect(groups[0]).toMatchObject({ key: 'AW21', label: 'Portrait right, not commissioned' });
  });

  test('breaks down without losing or doubling a notice', async () => {
    for (const by of ['platform', 'provider', 'category', 'channel', 'month'] as const) {
      const { groups } = await desk.get(FollowUp).run({ ...YEAR, by });
      expect(groups.reduce((sum, group) => sum + group.sent, 0)).toBe(578);
      const order = groups.map((group) => group.sent);
      expect(order).toEqual([...order].sort((a, b) => b - a));
    }
  });

  test('stands otherwise at an earlier moment: late answers had not come yet', async () => {
    const earlier = await desk.get(FollowUp).run({ ...YEAR, asOf: new Date('2025-10-01T00:00:00Z') });
    expect(earlier.sent).toBe(578);
    expect(earlier.pending).toBeGreaterThan(200);
    expect(earlier.total + earlier.pending).toBe(578);
  });

  test('is refused a second time, notice by notice, and nothing is written', async () => {
    const again = await desk
      .get(ImportNotices)
      .run(readHistory(readFileSync(HISTORY)), { dryRun: false, skipBad: false, by: system('test') });
    expect(again).toMatchObject({ notices: 0, items: 0, refused: 578 });
    expect(again.rows[0]).toMatchObject({
      line: 2,
      status: 'refused',
      errors: [{ field: 'reference', code: 'already-there' }],
    });
    expect((await desk.get(FollowUp).run(YEAR)).sent).toBe(578);
  });

  test('wakes nobody: an imported notice is never mailed', async () => {
    const jobs: { n: number }[] = await desk.db.query('select count(*)::int as n from jobs.job');
    const deliveries: { n: number }[] = await desk.db.query('select count(*)::int as n from deliveries');
    expect([jobs[0]!.n, deliveries[0]!.n]).toEqual([0, 0]);
  });
});
