import { program } from './program.mjs';
import { main } from './say.mjs';

await main(() => program('test/bench/main.js', process.argv.slice(2)));
