import { build } from './build.mjs';
import { install } from './install.mjs';
import { stopWithNpm } from './parents.mjs';
import { inRoot } from './place.mjs';
import { run } from './run-node.mjs';
import { main } from './say.mjs';

// The desk hangs on an ipc channel: when we die, even by SIGKILL, it closes and the desk stops itself.
await main(async () => {
  await install();
  await build();
  stopWithNpm();
  return run([inRoot('dist', 'apps', 'console', 'src', 'main.js'), 'start', ...process.argv.slice(2)], { ipc: true });
});
