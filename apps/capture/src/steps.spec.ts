import { describe, expect, test } from '@jest/globals';
import { Steps } from './steps.js';

const never = () => new Promise<never>(() => undefined);

describe('the steps of a capture', () => {
  test('give what they find and say how they went', async () => {
    const steps = new Steps(1000);
    expect(await steps.take('one', 100, () => Promise.resolve(7))).toBe(7);
    expect(steps.taken).toMatchObject([{ step: 'one', ended: 'done' }]);
    expect([...steps.reasons]).toEqual([]);
  });

  test('go on when one is late or breaks, and remember the reason', async () => {
    const steps = new Steps(1000);
    expect(await steps.take('slow', 20, never, 'load-timeout')).toBeUndefined();
    expect(await steps.take('broken', 20, () => Promise.reject(new Error('no')), 'text-missing')).toBeUndefined();
    expect(await steps.take('next', 20, () => Promise.resolve('there'))).toBe('there');
    expect(steps.taken.map((taken) => taken.ended)).toEqual(['late', 'broke', 'done']);
    expect([...steps.reasons]).toEqual(['load-timeout', 'text-missing']);
  });

  test('never last longer than their total', async () => {
    const steps = new Steps(60);
    const begun = performance.now();
    for (let i = 0; i < 5; i += 1) await steps.take('slow', 1000, never);
    expect(performance.now() - begun).toBeLessThan(500);
    expect([...steps.reasons]).toEqual(['time-limit']);
  });

  test('end at once when it is given up, for that reason alone', async () => {
    const steps = new Steps(10_000);
    setTimeout(() => steps.giveUp('page-crashed'), 20);
    await steps.take('load', 9000, never, 'load-timeout');
    let begun = false;
    await steps.take('read', 9000, () => Promise.resolve((begun = true)), 'text-missing');
    expect(begun).toBe(false);
    expect([...steps.reasons]).toEqual(['page-crashed']);
  });
});
