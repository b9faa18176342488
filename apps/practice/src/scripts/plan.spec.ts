import { describe, expect, test } from '@jest/globals';
import { decisionAbout, planAnswers } from './plan.js';

const url = (slug: string): string => `http://127.0.0.1:3301/p/${slug}`;
const kinds = (...slugs: string[]): string[] => planAnswers(slugs.map(url)).map(({ kind }) => kind);

describe('What a notice leads to', () => {
  test('one post: its own script', () => {
    expect(kinds('zonsondergang')).toEqual(['receipt', 'removed-terms']);
    expect(kinds('zeilbootje')).toEqual(['confirm-address', 'receipt', 'removed-terms']);
    expect(kinds('nachtwacht-uil')).toEqual([]);
  });

  test('several addresses: one receipt and one decision for all, each decided by its own script', () => {
    expect(kinds('zonsondergang', 'fiets-zoekt-slot', 'no-such-post')).toEqual(['receipt', 'mixed']);
    expect(decisionAbout(url('fiets-zoekt-slot'))).toBe('no-violation');
    expect(decisionAbout(url('no-such-post'))).toBe('not-found');
    expect(decisionAbout(url('nachtwacht-uil'))).toBe('under-review');
  });

  test('a letter for each address where the platform works that way', () => {
    const steps = planAnswers([url('fietsenrek'), url('molen-bij-mist')]);
    expect(steps.map(({ kind, urls }) => [kind, urls.length])).toEqual([
      ['receipt', 2],
      ['removed-terms', 1],
      ['geo-blocked', 1],
    ]);
  });

  test('a changed mind concerns the first address only', () => {
    const steps = planAnswers([url('stad-regen'), url('bospad')]);
    expect(steps.at(-1)).toMatchObject({ kind: 'reversed', urls: [url('stad-regen')] });
  });

  test('no address of ours: a question; an address we do not have: not found', () => {
    expect(kinds()).toEqual(['question', 'insufficient']);
    expect(kinds('no-such-post')).toEqual(['receipt', 'not-found']);
  });
});
