import { spawn } from 'node:child_process';
import { inRoot, ROOT } from './place.mjs';
import { projectNode } from './run-node.mjs';
import { say } from './say.mjs';

const bin = (...parts) => inRoot('node_modules', ...parts);

/** The checks that are not tests; each counts as one in the last line. They look at sources, `direction` at `dist` too. */
const STEPS = [
  { name: 'format', args: [bin('prettier', 'bin', 'prettier.cjs'), '--check', '--log-level', 'warn', '.'] },
  {
    name: 'direction',
    args: [
      bin('dependency-cruiser', 'bin', 'dependency-cruiser.mjs'),
      ...'apps libs test migrations --config .dependency-cruiser.cjs'.split(' '),
    ],
  },
  { name: 'dead code', args: [bin('knip', 'bin', 'knip.js')] },
  { name: 'lint', args: [bin('eslint', 'bin', 'eslint.js'), '--max-warnings', '0', '.'] },
];

/** Runs every check, two at a time, and answers with how many passed and failed; `compiled` is the compiler's words. */
export async function checks(compiled) {
  const count = { passed: 0, failed: 0 };
  const tell = (name, words, seconds) => {
    say(words === '' ? `ok      ${name} (${seconds} s)` : `FAILED  ${name} (${seconds} s)\n${words}`);
    count[words === '' ? 'passed' : 'failed'] += 1;
  };
  tell('types', compiled, 0);
  const waiting = [...STEPS];
  const worker = async () => {
    for (let step = waiting.pop(); step; step = waiting.pop()) {
      const began = Date.now();
      const words = await outputOf(step.args);
      tell(step.name, words, Math.round((Date.now() - began) / 1000));
    }
  };
  await Promise.all([worker(), worker()]);
  return count;
}

/** What a failing program said, or '' when it was content. */
function outputOf(args) {
  return new Promise((resolve) => {
    const child = spawn(projectNode(), args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    let words = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (words += part));
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code) => resolve(code === 0 ? '' : words.trim() || `ended with ${code}`));
  });
}
