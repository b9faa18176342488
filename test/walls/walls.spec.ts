import { afterAll, beforeAll, jest, test } from '@jest/globals';
import { freshDatabase } from '#test/setup/fresh-database.js';
import { WALL_FAULTS } from './all.js';
import { openWall, type Wall } from './wall.js';

jest.setTimeout(240_000);

let wall: Wall | undefined;

beforeAll(async () => {
  wall = await openWall(await freshDatabase());
});
afterAll(() => wall?.close());

test.each(WALL_FAULTS)('$number: $says', ({ run }) => run(wall!));
