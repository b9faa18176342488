import { beforeEach, describe, expect, test } from '@jest/globals';
import type { CaptureJob, CaptureResult } from '#domain/evidence/capture.js';
import type { CapturePolicy } from '#domain/evidence/capture-policy.js';
import { CapturePage, type PageWanted } from './capture-page.js';
import type { CapturePolicies } from './capture-policies.js';
import type { Capturer } from './capturer.js';

const GROUNDS: Record<string, CapturePolicy> = { AW21: 'full', SR254BA: 'masked', SR252: 'forbidden' };
let contacted: CaptureJob[];
let folders: number;

const capturer: Capturer = {
  capture: (job) => {
    contacted.push(job);
    return Promise.resolve({ state: 'complete', reasons: [] } as unknown as CaptureResult);
  },
};
const policies: CapturePolicies = { of: (code) => Promise.resolve(GROUNDS[code]) };
const wanted = (change: Partial<PageWanted>): PageWanted => ({
  url: 'http://a.example/7',
  grounds: ['AW21'],
  allow: [],
  folder: () => Promise.resolve(`spool-${++folders}`),
  at: new Date('2026-11-21T10:00:00Z'),
  ...change,
});

describe('capturing a page', () => {
  beforeEach(() => {
    contacted = [];
    folders = 0;
  });

  test('uses the policy of the ground', async () => {
    await new CapturePage(policies, capturer).run(wanted({ grounds: ['AW21', 'SR254BA'] }));
    expect(contacted).toMatchObject([{ policy: 'masked', folder: 'spool-1', askedAt: '2026-11-21T10:00:00.000Z' }]);
  });

  test.each([
    ['without a ground', { grounds: [] }, 'capture.no-ground'],
    ['for a forbidden ground', { grounds: ['SR252'] }, 'capture.forbidden'],
    ['for a forbidden ground among others', { grounds: ['AW21', 'SR252'] }, 'capture.forbidden'],
    ['for an unknown ground', { grounds: ['AW99'] }, 'capture.unknown-ground'],
    ['of something that is not http(s)', { url: 'file:///etc/passwd' }, 'capture.not-http'],
    ['under a looser policy', { grounds: ['SR254BA'], policy: 'full' as const }, 'capture.policy-too-loose'],
  ])('is refused %s, before a folder is made or a page contacted', async (_words, change, code) => {
    const refused = new CapturePage(policies, capturer).run(wanted(change));
    await expect(refused).rejects.toMatchObject({ code });
    expect({ contacted, folders }).toEqual({ contacted: [], folders: 0 });
  });
});
