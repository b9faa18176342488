import { SHOWN_FAULTS, WALL_FAULTS } from '#test/walls/all.js';
import { openWall } from '#test/walls/wall.js';
import type { Fault } from './fault.js';

/** The part of the plan about the web, each on a running desk of its own. */
export const WEB_FAULTS: readonly Fault[] = [...WALL_FAULTS, ...SHOWN_FAULTS].map(({ number, says, run }) => ({
  ...{ number, says },
  run: async ({ desk }) => {
    const wall = await openWall(desk.url);
    try {
      await run(wall);
    } finally {
      await wall.close();
    }
  },
}));
