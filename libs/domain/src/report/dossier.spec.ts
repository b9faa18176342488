import { describe, expect, test } from '@jest/globals';
import {
  aDecision,
  aDossierFacts,
  aDossierItem,
  aDossierNotice,
  aFullNotice,
  maximumFacts,
  MOMENT,
} from '#test/builders/dossier.js';
import { dossierOf } from './dossier.js';
import { folderName } from './dossier-paths.js';
import { provisionFacts } from './provision-facts.js';
import { originOf } from './public-version.js';
import { statisticsRows } from './statistics-rows.js';
import { timelineOf } from './timeline.js';

const events = (...args: Parameters<typeof timelineOf>) =>
  timelineOf(...args).map(({ kind, at }) => `${at.slice(0, 16)} ${kind}`);

describe('the timeline of a notice', () => {
  test('tells what happened, oldest first', () => {
    expect(events(aFullNotice(), MOMENT)).toEqual([
      '2025-08-01T07:50 captured',
      '2025-08-01T08:00 sent',
      '2025-08-01T08:04 acknowledged',
      '2025-08-03T10:30 mail-received',
      '2025-08-03T10:30 decided',
      '2025-08-04T07:00 observed',
      '2025-08-10T09:00 reminded',
      '2025-08-15T08:00 time-allowed-ended',
      '2025-08-18T10:30 decided',
      '2025-08-20T08:00 withdrawn',
    ]);
  });

  test('counts hours from the sending, also of what came before', () => {
    expect(
      timelineOf(aFullNotice(), MOMENT)
        .map(({ hoursAfterSent }) => hoursAfterSent)
        .slice(0, 4),
    ).toEqual([-0.17, 0, 0.07, 50.5]);
  });

  test('names the mail that shows the sending and the receipt', () => {
    const files = timelineOf(aFullNotice(), MOMENT).map(({ file }) => file);
    expect(files[1]).toBe('correspondence/TF-2025-000001/01-20250801T080000Z-out-notice.eml');
    expect(files[2]).toBe('correspondence/TF-2025-000001/02-20250801T080400Z-in-receipt.eml');
  });

  test('joins items that were decided at one moment in one way', () => {
    const outcomes = [aDecision('removed', '2025-08-02T08:00:00.000Z')];
    const items = [aDossierItem(1, { outcomes }), aDossierItem(2, { outcomes }), aDossierItem(3)];
    const decided = timelineOf(aDossierNotice({ items }), MOMENT).filter(({ kind }) => kind === 'decided');
    expect(decided).toMatchObject([{ items: [1, 2], code: 'removed' }]);
  });

  test('says that time ran out only when it did', () => {
    const inTime = [aDossierItem(1, { outcomes: [aDecision('removed', '2025-08-15T08:00:00.000Z')] })];
    const undated = [aDossierItem(1, { outcomes: [aDecision('removed', null)] })];
    const ended = (more: object, at = MOMENT) =>
      events(aDossierNotice(more), at).some((row) => row.endsWith('time-allowed-ended'));
    expect(ended({})).toBe(true);
    expect(ended({ items: inTime })).toBe(false);
    expect(ended({ items: undated })).toBe(false);
    expect(ended({ withdrawnAt: '2025-08-10T08:00:00.000Z' })).toBe(false);
    expect(ended({}, new Date('2025-08-15T07:59:59Z'))).toBe(false);
  });
});

describe('facts by provision', () => {
  const count = (fact: string, notices: Parameters<typeof provisionFacts>[0]['notices']) => {
    const { count: found, of } = provisionFacts({ notices }, MOMENT).find((each) => each.fact === fact)!;
    return [found, of];
  };
  const decided = (code: 'removed' | 'not-entitled', at: string, more = {}) =>
    aDossierNotice({ items: [aDossierItem(1, { outcomes: [aDecision(code, at, more)] })] });

  test('no receipt counts only where we would know of one', () => {
    const imported = aDossierNotice({ origin: 'imported' });
    const received = aDossierNotice({ acknowledgedAt: '2025-08-01T08:04:00.000Z' });
    expect(count('no-receipt', [aDossierNotice(), imported, received])).toEqual([1, 2]);
    expect(count('receipt-not-recorded', [aDossierNotice(), imported, received])).toEqual([1, 1]);
  });

  test('no decision counts what is still unanswered, not what was answered late', () => {
    const late = decided('removed', '2025-10-01T08:00:00.000Z');
    const takenBack = aDossierNotice({ withdrawnAt: '2025-08-02T08:00:00.000Z' });
    expect(count('no-decision', [aDossierNotice(), late, takenBack])).toEqual([1, 3]);
    expect(count('decided-late', [aDossierNotice(), late, takenBack])).toEqual([1, 1]);
  });

  test('no redress counts only decisions the provider wrote', () => {
    const silent = decided('removed', '2025-08-02T08:00:00.000Z', { redressMentioned: false });
    const byPhone = decided('removed', '2025-08-02T08:00:00.000Z', { redressMentioned: false, source: 'phone' });
    expect(count('no-redress', [silent, byPhone, decided('removed', '2025-08-02T08:00:00.000Z')])).toEqual([1, 2]);
  });

  test('refused unexamined counts notices rejected without judging the content', () => {
    expect(
      count('refused-unexamined', [decided('not-entitled', '2025-08-02T08:00:00.000Z'), aDossierNotice()]),
    ).toEqual([1, 2]);
  });

  test('names the notices that were counted', () => {
    expect(provisionFacts({ notices: [aDossierNotice()] }, MOMENT)[1]!.references).toEqual(['TF-2025-000001']);
  });
});

describe('a dossier at a moment', () => {
  test('leaves out what came later, so that an earlier one can be made again', () => {
    const then = dossierOf(maximumFacts(), 'confidential', new Date('2025-08-03T12:00:00Z'));
    expect(then.notices[0]).toMatchObject({
      class: 'action-taken',
      partly: true,
      decidedAt: null,
      withdrawnAt: null,
      happened: [],
    });
    expect(then.notices[0]!.items.map(({ outcomes }) => outcomes.length)).toEqual([1, 0]);
    expect(then.notices[0]!.correspondence).toHaveLength(3);
    expect(dossierOf(maximumFacts(), 'confidential', new Date('2025-08-01T07:00:00Z')).notices).toEqual([]);
  });

  test('puts notices in the order of sending', () => {
    const [first, second] = ['2025-08-01T08:00:00.000Z', '2025-07-20T08:00:00.000Z'].map((sentAt, index) =>
      aDossierNotice({ reference: `TF-2025-00000${index}`, sentAt }),
    );
    const { notices } = dossierOf(aDossierFacts([first!, second!]), 'confidential', MOMENT);
    expect(notices.map(({ reference }) => reference)).toEqual(['TF-2025-000001', 'TF-2025-000000']);
  });

  test('counts hours to receipt and to the last first decision', () => {
    const [notice] = dossierOf(maximumFacts(), 'confidential', MOMENT).notices;
    expect(notice).toMatchObject({
      acknowledgementHours: 0.07,
      decisionHours: 410.5,
      decidedAt: '2025-08-18T10:30:00.000Z',
    });
  });
});

describe('the public version', () => {
  test('keeps the figures and leaves out what leads to persons', () => {
    const open = dossierOf(maximumFacts(), 'public', MOMENT);
    expect(open.statement).toBeNull();
    expect(open.figures).toEqual(maximumFacts().figures);
    expect(open.provisions).toEqual(dossierOf(maximumFacts(), 'confidential', MOMENT).provisions);
    expect(open.notices[0]).toMatchObject({ theirReference: null, correspondence: [], captures: [] });
    expect(open.notices[0]!.items.map(({ url, locator }) => [url, locator])).toEqual([
      ['https://www.practice.example', ''],
      ['https://www.practice.example', ''],
    ]);
  });

  test.each([
    ['https://user:secret@Practice.example:8443/a?b#c', 'https://practice.example:8443'],
    ['HTTP://practice.example', 'http://practice.example'],
    ['https://practice.example?q=someone', 'https://practice.example'],
    ['https://practice.example\\@elsewhere/name', 'https://practice.example'],
    ['https://anna.example.org/x', 'https://anna.example.org'],
    ['not an address', ''],
  ])('of %s shows %j', (url, shown) => expect(originOf(url)).toBe(shown));
});

describe('a folder name', () => {
  test.each(['TF-2025-000001', 'a_b.c'])('is the reference %s itself where it can be', (reference) => {
    expect(folderName(reference)).toBe(reference);
  });

  test.each(['', '.', '..', 'a/b', 'a\\b', 'a:b', 'é', '~', 'x.', '\u0000'])(
    'never leaves its place: %j',
    (reference) => {
      expect(folderName(reference)).toMatch(/^([A-Za-z0-9_~-][A-Za-z0-9._~-]*)?$/);
      expect(folderName(reference)).not.toMatch(/\.$/);
    },
  );
});

test('each figure is one row: of the provider, of each platform, of all others', () => {
  const { provider, figures, comparison } = maximumFacts();
  const rows = statisticsRows(provider, figures, comparison);
  expect(new Set(rows.map(({ scope }) => scope))).toEqual(new Set(['provider', 'platform', 'others']));
  expect(rows.find((row) => row.scope === 'provider' && row.measure === 'followUpPercentage')?.value).toBe(100);
  expect(rows.find((row) => row.scope === 'others' && row.code === 'removed')).toMatchObject({
    measure: 'count',
    value: 1,
  });
  expect(statisticsRows(provider, figures, null).some(({ scope }) => scope === 'others')).toBe(false);
});
