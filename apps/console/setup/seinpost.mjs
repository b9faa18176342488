#!/usr/bin/env node
import { program } from './program.mjs';
import { main } from './say.mjs';

// `npx seinpost …` and `npm run seinpost -- …`: paths stay those of the folder the person stands in.
await main(() => program('apps/console/src/main.js', process.argv.slice(2)));
