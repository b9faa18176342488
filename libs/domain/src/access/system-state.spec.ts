import { expect, test } from '@jest/globals';
import { judgeSystem, type SystemFacts } from './system-state.js';

const NOW = new Date('2026-11-21T12:00:00Z');
const ago = (minutes: number): Date => new Date(NOW.getTime() - minutes * 60_000);
const NONE = { count: 0, oldest: null };
const WELL: SystemFacts = {
  ...{ now: NOW, version: '1', databaseVersion: '18', databaseBytes: 1, diskFree: 50e9, diskSize: 100e9 },
  ...{ clockOffset: 5, pendingMigrations: 0, lastMailAt: ago(60), mailsToRead: NONE, mailsUnreadable: 0, jobs: [] },
  ...{ deliveriesWaiting: NONE, deliveriesUnknown: NONE, lastAnchorAt: ago(30) },
  lastVerification: { at: ago(60), ok: true },
};
const worst = (but: Partial<SystemFacts>): string[] =>
  judgeSystem({ ...WELL, ...but })
    .filter(({ status }) => status !== 'ok')
    .map(({ name, status, says }) => `${name} ${status} ${says}`);

test('a system that is well has nothing to do', () => {
  expect(worst({})).toEqual([]);
  expect(worst({ lastMailAt: null })).toEqual([]);
});

test.each<[string, Partial<SystemFacts>]>([
  ['mail-in warn silent', { lastMailAt: ago(8 * 24 * 60) }],
  ['reading fail stuck', { mailsToRead: { count: 2, oldest: ago(11) } }],
  ['reading warn unreadable', { mailsUnreadable: 1 }],
  ['jobs fail stuck', { jobs: [{ name: 'wake-sender', count: 1, oldest: ago(11) }] }],
  ['sending warn unknown', { deliveriesUnknown: { count: 1, oldest: ago(1) } }],
  ['sending fail stuck', { deliveriesWaiting: { count: 1, oldest: ago(61) } }],
  ['disk fail full', { diskFree: 1e9 }],
  ['disk warn low', { diskFree: 5e9 }],
  ['clock warn off', { clockOffset: -2500 }],
  ['clock fail off', { clockOffset: 31_000 }],
  ['migrations fail pending', { pendingMigrations: 1 }],
  ['verification warn never', { lastVerification: null }],
  ['verification fail broken', { lastVerification: { at: NOW, ok: false } }],
  ['verification warn old', { lastVerification: { at: ago(50 * 60), ok: true } }],
  ['anchors warn never', { lastAnchorAt: null }],
  ['anchors warn old', { lastAnchorAt: ago(200) }],
])('says %s, and nothing else', (said, but) => {
  expect(worst(but)).toEqual([said]);
});
