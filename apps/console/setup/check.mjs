import { runTests } from './run-tests.mjs';
import { main } from './say.mjs';

// The fast part of `npm test`: no contracts, no flows, no browser.
await main(() => runTests(['dist/apps/', 'dist/libs/']));
