import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { XSS_PAYLOADS } from '#test/fixtures/xss-payloads.js';
import { freshDatabase } from '#test/setup/fresh-database.js';
import { SHOWN_FAULTS } from './all.js';
import { openWall, type Wall } from './wall.js';

jest.setTimeout(300_000);

let wall: Wall | undefined;

beforeAll(async () => {
  wall = await openWall(await freshDatabase());
});
afterAll(() => wall?.close());

test('there are more than three hundred payloads, each another', () => {
  const all = Object.values(XSS_PAYLOADS).flat();
  expect(new Set(all).size).toBe(all.length);
  expect(all.length).toBeGreaterThan(300);
});
test.each(SHOWN_FAULTS)('$number: $says', ({ run }) => run(wall!));
