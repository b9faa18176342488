import { existsSync } from 'node:fs';
import { build } from './build.mjs';
import { install } from './install.mjs';
import { inRoot } from './place.mjs';
import { run } from './run-node.mjs';
import { Trouble } from './say.mjs';

/** Brings the checkout up to date and runs one of its programs; answers with the exit code. */
export async function program(path, args) {
  await install();
  await build();
  if (!existsSync(inRoot('dist', path))) throw new Trouble(`There is no ${path} in the build; its source is missing.`);
  return run([inRoot('dist', path), ...args]);
}
