import { forgeryIsRefused } from './forgery.js';
import { headersStand, nothingStays } from './headers.js';
import { headsStayWhole, pathsStayInside, prototypesStayClean, statementsStayWords } from './injection.js';
import { limitsHold } from './limits.js';
import { noKeyNoChange, repetitionIsOnce } from './repeated.js';
import { strangersSeeNothing } from './strangers.js';
import type { Wall } from './wall.js';
import { nothingRuns, templatesStayWords } from './xss.js';

/** One fault of the plan that the walls of the web keep out. */
export interface WallFault {
  readonly number: string;
  readonly says: string;
  readonly run: (wall: Wall) => Promise<void>;
}

/** Those that need a browser, which takes its time. */
export const SHOWN_FAULTS: readonly WallFault[] = [
  { number: 'F60', says: 'words of a template engine stand on the page as typed', run: templatesStayWords },
  { number: 'F59', says: '300 payloads in every field: none runs, with our policy or without', run: nothingRuns },
];

/** The part of the plan about who talks to the web; the numbers are those of the plan. */
export const WALL_FAULTS: readonly WallFault[] = [
  { number: 'F53', says: 'every form pressed twice at once and again later: one effect', run: repetitionIsOnce },
  { number: 'F53', says: 'every form without a key of its own: refused', run: noKeyNoChange },
  { number: 'F57', says: 'another team’s case and what is absent: the same answer, logged', run: strangersSeeNothing },
  {
    number: 'F58',
    says: 'every form from elsewhere, with no, an old or another’s token: refused',
    run: forgeryIsRefused,
  },
  { number: 'F61', says: 'no added line gets into the head of an answer', run: headsStayWhole },
  { number: 'F61', says: 'every page comes with every header that keeps it in', run: headersStand },
  { number: 'F64', says: 'no address leads to a file of the machine', run: pathsStayInside },
  { number: 'F65', says: 'no name in a body, address or table reaches Object.prototype', run: prototypesStayClean },
  { number: 'F66', says: 'too large, too slow, too deep, packed or crooked: refused, memory flat', run: limitsHold },
  { number: 'F67', says: 'no search, filter, order or id is read as a statement', run: statementsStayWords },
  { number: 'F73', says: 'after signing out nothing of any page is left', run: nothingStays },
];
