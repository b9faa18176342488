import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compile } from './build.mjs';
import { install } from './install.mjs';
import { inRoot, ROOT } from './place.mjs';
import { run } from './run-node.mjs';
import { say } from './say.mjs';
import { checks } from './steps.mjs';

/**
 * Every check step, then jest over the tests whose path matches (all without a pattern). The last line on stdout is
 * `N passed, N failed`; skipped tests stand above it. Answers with the exit code.
 */
export async function runTests(patterns) {
  await install();
  const compiled = await compile();
  const steps = await checks(compiled);
  const tests = await jest(patterns);
  for (const name of tests.skipped) console.log(`skipped: ${name}`);
  const failed = steps.failed + tests.failed;
  console.log(`${steps.passed + tests.passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/** Whatever a test leaves in the temporary folder goes with the run; PostgreSQL's user must be able to enter it. */
async function jest(patterns) {
  const folder = mkdtempSync(join(tmpdir(), 'seinpost-run-'));
  chmodSync(folder, 0o1777);
  const clear = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', clear);
  const count = join(folder, 'count.json');
  const program = [inRoot('node_modules', 'jest', 'bin', 'jest.js'), '-c', inRoot('jest.config.js'), ...patterns];
  const options = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const env = { ...process.env, TMPDIR: folder, SEINPOST_TEST_COUNT: count };
  const code = await run([...options, ...program], { cwd: ROOT, env });
  const result = existsSync(count) ? JSON.parse(readFileSync(count, 'utf8')) : { passed: 0, failed: 0, skipped: [] };
  clear();
  if (code === 0 || result.failed > 0) return result;
  say('The test run itself failed; what it said stands above.');
  return { ...result, failed: 1 };
}
