import { keyRingOf } from '#adapters/access/hkdf-key-ring.js';
import { takeLock } from '#adapters/files/kernel-lock.js';
import { embeddedDatabase } from '#adapters/postgres/embedded/embedded-database.js';
import { refuseDoubts } from '#adapters/settings/doubts.js';
import type { Settings } from '#adapters/settings/settings.js';
import { Desk } from '../desk.js';
import { childrenOf, databaseOf } from './children.js';
import { fill, type Filled } from './fill.js';
import { settlePorts } from './ports.js';
import { answersHttp, removeRun, servedRun, writeRun } from './run-file.js';
import { untilAsked } from './signals.js';
import type { Supervised } from './supervised.js';

/** Where the desk's words go: notes to stderr, the contract's lines to stdout. */
export interface Voice {
  readonly note: (line: string) => void;
  readonly print: (line: string) => void;
}

/** The desk does not come up; its children said why. */
class NotServed extends Error {
  readonly code = 'start.not-served';
}

/** Serves web, worker and practice platform until asked to stop; a second start only repeats the first one's line. */
export async function startDesk(desk: Desk, voice: Voice): Promise<void> {
  const folder = desk.settings.var;
  const asked = untilAsked();
  const lock = await lockOrServed(folder, voice, asked);
  if (!lock) return;
  try {
    await serve(desk, voice, asked);
  } finally {
    removeRun(folder);
    lock.close();
  }
}

/** The lock of this desk; undefined when another start holds it and has printed its line here. */
async function lockOrServed(folder: string, voice: Voice, asked: Asked) {
  for (let told = false; ; told = true) {
    const lock = await takeLock(`desk ${folder}`);
    if (lock) return lock;
    const there = await servedRun(folder);
    if (there) {
      voice.print(`Seinpost: ${there.address}`);
      return undefined;
    }
    if (!told) voice.note('Another start of this desk is at work; waiting for it.');
    if (await asked.within(500)) return undefined;
  }
}

type Asked = ReturnType<typeof untilAsked>;

async function serve(desk: Desk, voice: Voice, asked: Asked): Promise<void> {
  const ports = await settlePorts(desk.settings);
  voice.note('Preparing the database.');
  const filled = await filledAt(ports);
  demandSecrets(ports, filled, voice);
  const embedded = ports.databaseUrl === undefined ? (await embeddedDatabase(ports)).url : undefined;
  const letGo = keepDatabaseUp(desk.settings);
  const children = childrenOf(ports, filled, databaseOf(ports, embedded), voice.note);
  voice.note(`Starting ${children.map((child) => child.name).join(', ')}.`);
  for (const child of children) child.start();
  try {
    if (!(await untilServed(ports, children, filled, asked))) return;
    tell(ports, filled, voice);
    while (!(await asked.within(60_000))) continue;
    voice.note('Stopping.');
  } finally {
    await Promise.all(children.map((child) => child.stop()));
    letGo();
  }
}

/** Told here once, rather than by each child: a live desk without a key or with secrets that are none does not start. */
function demandSecrets(settings: Settings, { kind }: Filled, voice: Voice): void {
  const { databaseUrl, webDatabaseUrl, workerDatabaseUrl } = settings;
  if (databaseUrl === undefined && (webDatabaseUrl ?? workerDatabaseUrl) !== undefined) {
    throw new NotServed('Web and worker have a database of their own, but "start" has none; set DATABASE_URL too.');
  }
  refuseDoubts(kind, settings.doubts);
  keyRingOf({ ...settings, kind }).derive('start');
  for (const { says } of settings.doubts) voice.note(says);
}

/** Filled with the ports as they are settled: practice cases name addresses of the practice platform. */
async function filledAt(settings: Settings): Promise<Filled> {
  const desk = new Desk(settings);
  try {
    return await fill(desk);
  } finally {
    await desk.close();
  }
}

const practiceAddress = (settings: Settings, filled: Filled) =>
  filled.kind === 'practice' ? `http://127.0.0.1:${settings.practicePort}` : null;

/** True once desk and practice platform answer; false when asked to stop before. */
async function untilServed(settings: Settings, children: readonly Supervised[], filled: Filled, asked: Asked) {
  const addresses = [`http://localhost:${settings.port}`, practiceAddress(settings, filled)].filter((a) => a !== null);
  const until = Date.now() + 120_000;
  for (;;) {
    if ((await Promise.all(addresses.map(answersHttp))).every(Boolean)) return true;
    const failing = children.find((child) => child.crashes >= 4);
    if (failing) throw new NotServed(`The desk cannot be served: ${failing.name} keeps ending; its words stand above.`);
    if (Date.now() > until) throw new NotServed('The desk does not answer within two minutes; see the words above.');
    if (await asked.within(100)) return false;
  }
}

function tell(settings: Settings, filled: Filled, voice: Voice): void {
  const { accounts } = filled;
  const address = settings.baseUrl;
  const mailIntake = `${settings.mailHost}:${settings.mailPort}`;
  const practice = practiceAddress(settings, filled);
  writeRun(settings.var, { address, practiceAddress: practice, mailIntake, accounts, pid: process.pid });
  if (accounts.length > 0) voice.print('Practice accounts (e-mail, password, role):');
  for (const { email, password, role } of accounts) voice.print(`  ${email}  ${password}  ${role}`);
  if (accounts.length > 0) voice.print('Code of the second step: npm run seinpost -- practice code <e-mail>');
  if (practice) voice.print(`Practice platform: ${practice}`);
  voice.print(`Seinpost: ${address}`);
}

/**
 * While the desk is up the embedded PostgreSQL is asked for again and again: children that come up slowly on a busy
 * machine must find it, and it is brought back should its keeper be killed. The answer ends that.
 */
function keepDatabaseUp(settings: Settings): () => void {
  if (settings.databaseUrl !== undefined) return () => undefined;
  let asking = false;
  const ask = async () => {
    if (asking) return;
    asking = true;
    await embeddedDatabase(settings).catch(() => undefined); // asked again in a moment; its log says why
    asking = false;
  };
  const timer = setInterval(() => void ask(), 3000);
  return () => clearInterval(timer);
}
