import { program } from './program.mjs';
import { main } from './say.mjs';

await main(() => program('test/faults/main.js', process.argv.slice(2)));
