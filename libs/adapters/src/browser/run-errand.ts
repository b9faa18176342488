import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { placesIn } from '../process/fault-places.js';
import { BrowserTrouble } from './browser-trouble.js';
import type { Errand, Return } from './errand.js';

const PROGRAM = fileURLToPath(new URL('../../../../apps/capture/src/main.js', import.meta.url));
/** Puppeteer asks for a home when it is loaded, and a user without one (in a container) would stop it; there is none. */
const BARE = { HOME: '/nonexistent' };
const MOST_WORDS = 4_000_000;

/**
 * Sends the capture process on one errand and waits for it. Its environment is empty, so that no secret of ours stands
 * beside a hostile page, and is killed with all it started when it is late. Undefined when it brought nothing back.
 */
export async function runErrand(errand: Errand, ms: number): Promise<Return | undefined> {
  const child = spawn(process.execPath, [PROGRAM], { env: BARE, stdio: ['pipe', 'pipe', 'pipe'], detached: true });
  const timer = setTimeout(() => killGroup(child.pid), ms);
  let words = '';
  let complaints = '';
  child.stdout.on('data', (chunk: Buffer) => {
    words += chunk.toString('utf8');
    if (words.length > MOST_WORDS) killGroup(child.pid);
  });
  child.stderr.on('data', (chunk: Buffer) => (complaints = (complaints + chunk.toString('utf8')).slice(-4000)));
  child.stdin.on('error', () => undefined); // it died before it read; its exit tells
  child.stdin.end(JSON.stringify(errand));
  await new Promise<void>((done) => child.once('close', () => done()).once('error', () => done()));
  clearTimeout(timer);
  return returned(words, complaints);
}

function returned(words: string, complaints: string): Return | undefined {
  const answer = parse(words);
  if (answer?.kind === 'trouble') throw new BrowserTrouble(answer.code, answer.found, answer.remedy);
  if (!answer && complaints)
    process.emitWarning(['The capture process ended without an answer:', ...placesIn(complaints)].join('\n'));
  return answer;
}

function parse(words: string): Return | undefined {
  try {
    return JSON.parse(words) as Return;
  } catch {
    return undefined;
  }
}

/** The child leads its own group; the browser leads another, and the kernel ends it with the child. */
function killGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // gone already
  }
}
