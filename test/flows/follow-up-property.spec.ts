import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { RecordHistory } from '#application/notice/record-history.js';
import { FollowUp } from '#application/statistics/follow-up.js';
import { EVERYTHING } from '#domain/access/reach.js';
import { system } from '#domain/event.js';
import { daysLater } from '#domain/instant.js';
import type { WrittenHistory } from '#domain/notice/history.js';
import {
  COUNTED_CLASSES,
  DECISION_CODES,
  OUTCOME_CLASSES,
  classOf,
  type DecisionCode,
  type OutcomeClass,
} from '#domain/outcome/outcome-code.js';
import { openDesk, type OpenDesk } from '#test/setup/open-desk.js';

const ZONE = 'Europe/Amsterdam';
/** Each run has an autumn of its own, so that nothing has to be taken out of a database that only grows. */
const autumn = (year: number): number => Date.UTC(year, 9, 1);
const DAY = 86_400_000;
let desk: OpenDesk;

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

/** Notices around a change of the clocks, answered early, late, before they were sent, without a date or never. */
const notice = fc.record({
  sentAfter: fc.integer({ min: 0, max: 40 * 24 }),
  items: fc.array(
    fc.record({
      code: fc.option(fc.constantFrom<DecisionCode>(...DECISION_CODES)),
      after: fc.option(fc.integer({ min: -48, max: 40 * 24 })),
    }),
    { minLength: 1, maxLength: 4 },
  ),
});
type Plan = typeof notice extends fc.Arbitrary<infer T> ? T : never;
type Drawn = Omit<Plan, 'sentAfter'> & { readonly sentAt: Date };

let year = 1990;

test('figures of random histories equal a full count, at any moment', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(notice, { minLength: 1, maxLength: 25 }),
      fc.integer({ min: -5, max: 90 }),
      async (plans, day) => {
        const start = autumn((year += 1));
        const drawn = plans.map(({ sentAfter, items }) => ({ items, sentAt: new Date(start + sentAfter * 3_600_000) }));
        const asOf = new Date(start + day * DAY);
        await desk.get(RecordHistory).run(drawn.map(written), system('test'));
        const cohort = {
          from: `${year}-09-25`,
          to: `${year}-11-30`,
          asOf,
          regimes: ['article-22'] as const,
          line: null,
        };
        const figures = await desk
          .get(FollowUp)
          .run({ ...cohort, by: null, unit: 'notice', reach: EVERYTHING, language: 'en' });
        const items = await desk
          .get(FollowUp)
          .run({ ...cohort, by: null, unit: 'item', reach: EVERYTHING, language: 'en' });
        const standings = drawn.map((one) => one.items.map((item) => itemClass(one, item, asOf)));
        expect(counted(figures)).toEqual(tally(standings.map(noticeClass)));
        expect(counted(items)).toEqual(tally(standings.flat()));
      },
    ),
    { numRuns: 30, seed: 578, endOnFailure: true },
  );
}, 120_000);

function written({ sentAt, items }: Drawn): WrittenHistory {
  return {
    ...{
      reference: '',
      regime: '',
      line: '',
      platform: 'practice',
      channel: '',
      acknowledgedAt: '',
      category: 'STATEMENT_CATEGORY_VIOLENCE',
    },
    ...{ language: '', manipulated: '', grounds: ['AW21'], sentAt: sentAt.toISOString() },
    items: items.map(({ code, after }, row) => ({
      ...{ row, url: `https://a.example/${row}`, basis: '', territory: [], outcome: code ?? '' },
      decidedAt: code !== null && after !== null ? decidedAt(sentAt, after).toISOString() : '',
    })),
  };
}

const decidedAt = (sentAt: Date, after: number): Date => new Date(sentAt.getTime() + after * 3_600_000);

/** The naive reading of the rule: the decision if it had come, else silence once the time is over. */
function itemClass({ sentAt }: Drawn, { code, after }: Drawn['items'][number], asOf: Date): OutcomeClass {
  const from = after === null ? sentAt : decidedAt(sentAt, after);
  if (code !== null && from <= asOf) return classOf(code);
  return asOf >= daysLater(sentAt, 14, ZONE) ? 'no-response' : 'pending';
}

function noticeClass(items: readonly OutcomeClass[]): OutcomeClass {
  if (items.includes('action-taken')) return 'action-taken';
  if (items.includes('pending')) return 'pending';
  const most = Math.max(...OUTCOME_CLASSES.map((name) => items.filter((one) => one === name).length));
  return OUTCOME_CLASSES.find((name) => items.filter((one) => one === name).length === most)!;
}

const tally = (classes: readonly OutcomeClass[]): Record<string, number> =>
  Object.fromEntries(OUTCOME_CLASSES.map((name) => [name, classes.filter((one) => one === name).length]));

const counted = (figures: { classes: readonly { class: OutcomeClass; count: number }[]; pending: number }) => ({
  ...Object.fromEntries(
    COUNTED_CLASSES.map((name) => [name, figures.classes.find((one) => one.class === name)!.count]),
  ),
  pending: figures.pending,
});
