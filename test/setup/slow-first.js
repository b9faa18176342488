import { statSync } from 'node:fs';

/**
 * Files that take from a quarter of a minute to several, longest first. Begun last, one of them would keep the run waiting
 * with every other worker idle; a clean checkout knows no durations of an earlier run, and a long test may be a short file.
 */
export const LONGEST = [
  'test/flows/journeys.spec',
  'test/walls/walls.spec',
  'test/walls/xss.spec',
  'test/flows/capture/hostile.spec',
  'test/flows/pages-axe.spec',
  'test/flows/route-matrix.spec',
  'test/flows/platforms-axe.spec',
  'test/flows/search-axe.spec',
  'test/flows/start.spec',
  'test/flows/prove.spec',
  'test/flows/killed-sender.spec',
];

/** The rest by where they stand: what starts browsers and processes, then desks, then what needs neither. */
const PLACES = ['test/walls/', 'test/flows/', 'test/contracts/', 'apps/web/', 'apps/'];

const rankIn = (list, path) => {
  const rank = list.findIndex((each) => path.includes(`/dist/${each}`));
  return rank < 0 ? list.length : rank;
};

/** Puts the tests in order for the workers: the longest first, then by place, then the larger file. */
export default class SlowFirst {
  sort(tests) {
    const keyed = tests.map((test) => {
      const path = test.path.replaceAll('\\', '/');
      return { test, keys: [rankIn(LONGEST, path), rankIn(PLACES, path), -statSync(test.path).size] };
    });
    return keyed.sort((a, b) => firstDifference(a.keys, b.keys)).map(({ test }) => test);
  }

  /** Nothing is kept: every checkout runs in the same order. */
  cacheResults() {}
}

const firstDifference = (a, b) => a.map((key, n) => key - b[n]).find((difference) => difference !== 0) ?? 0;
