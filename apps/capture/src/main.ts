import { BrowserTrouble } from '#adapters/browser/browser-trouble.js';
import type { Errand, Return } from '#adapters/browser/errand.js';
import { captureOnce } from './capture-once.js';
import { printOnce } from './print-once.js';

/** Runs one errand from stdin and tells the outcome on stdout. Nothing else reaches this process: its environment holds nothing. */
async function main(): Promise<void> {
  const answer = await run(JSON.parse(await readAll()) as Errand);
  process.stdout.write(JSON.stringify(answer) + '\n', () => process.exit(0));
}

/** Whoever asked may die before we answer; then nobody will look at the outcome, and the browser must not stay behind. */
function leaveWithParent(): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.exit(1);
  }, 500).unref();
}

async function run(errand: Errand): Promise<Return> {
  try {
    if (errand.kind === 'capture') return { kind: 'captured', result: await captureOnce(errand) };
    await printOnce(errand);
    return { kind: 'printed' };
  } catch (error) {
    if (!(error instanceof BrowserTrouble)) throw error;
    const { code, found, remedy } = error;
    return { kind: 'trouble', code, found, remedy };
  }
}

async function readAll(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

leaveWithParent();
await main();
