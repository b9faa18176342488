import { runTests } from './run-tests.mjs';
import { main } from './say.mjs';

await main(() => runTests(process.argv.slice(2)));
