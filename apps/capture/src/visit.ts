import { isLoginWall, reasonOfStatus } from '#domain/evidence/capture-reason.js';
import type { CaptureJob } from '#domain/evidence/capture.js';
import type { CaptureLimits } from '#adapters/browser/capture-limits.js';
import type { FilteringProxy } from '#adapters/browser/filtering-proxy.js';
import type { Browser, CDPSession, Page } from 'puppeteer';
import { keepPage } from './keep-page.js';
import { PageRecord } from './page-record.js';
import type { PageWords } from './read-page.js';
import type { Spool } from './spool.js';
import type { Steps } from './steps.js';
import { prepare } from './prepare.js';
import { freeze, wardOff, withhold } from './wards.js';
import { whyNot } from './why-not.js';

/** What the steps of one visit share. */
export interface Tools {
  readonly job: CaptureJob;
  readonly limits: CaptureLimits;
  readonly proxy: FilteringProxy;
  readonly steps: Steps;
  readonly spool: Spool;
}

/** What one visit found, beside the artefacts it kept. */
export interface Visit {
  readonly record: PageRecord;
  readonly session: CDPSession;
  loaderId?: string;
  finalUrl: string;
  /** The server's certificates, its own first, base64 of DER. */
  certificates: readonly string[];
  words?: PageWords;
  size?: { width: number; height: number };
}

const IDLE_MS = 500;

/** Goes to the page once, brings it to a stand and keeps what its policy allows. */
export async function visitPage(browser: Browser, tools: Tools): Promise<Visit | undefined> {
  const { steps, job } = tools;
  const visit = await steps.take('prepare', 10_000, () => open(browser, tools), 'browser-failed');
  if (!visit) return undefined;
  const said = await load(visit, tools);
  if (said !== null) return withoutPage(visit, tools, said);
  await steps.take('certificate', 2000, () => readCertificates(visit));
  await revive(visit, tools);
  if (!(await keepPage(visit, tools, () => settle(visit, tools)))) return withoutPage(visit, tools, '');
  const wall = reasonOfStatus(visit.record.mainAnswer(visit.loaderId)?.status ?? null);
  if (wall) steps.reasons.add(wall);
  if (
    visit.words &&
    isLoginWall({ ...visit.words, ...visit, askedUrl: job.url, textLength: visit.words.text.length })
  ) {
    steps.reasons.add('login-wall');
  }
  return visit;
}

function withoutPage(visit: Visit, tools: Tools, said: string): Visit {
  const { downloads } = visit.record.counts;
  tools.steps.reasons.add(whyNot({ said, ...knownOf(visit, tools), downloads }));
  visit.finalUrl = visit.record.askedUrl;
  return visit;
}

async function open(browser: Browser, tools: Tools): Promise<Visit> {
  const page: Page = (await browser.pages())[0] ?? (await browser.newPage());
  const session = await page.createCDPSession();
  const { frameTree } = await session.send('Page.getFrameTree');
  const frame = frameTree.frame.id;
  const record = new PageRecord(tools.job.url, frame, tools.limits.bytes, () => tooMuch(session, tools));
  record.listen(session);
  await prepare(browser, session, tools.job.policy);
  await wardOff(browser, page, session, { record, steps: tools.steps });
  await withhold(tools.job.policy, session, frame, record);
  return { record, session, finalUrl: tools.job.url, certificates: [] };
}

/** Stops the flow but keeps what is there: a page that sends without end is still a page. */
function tooMuch(session: CDPSession, tools: Tools): void {
  tools.steps.reasons.add('size-limit');
  tools.proxy.close();
  session.send('Page.stopLoading').catch(() => undefined);
}

async function readCertificates(visit: Visit): Promise<void> {
  const { origin, protocol } = new URL(visit.record.askedUrl);
  if (protocol !== 'https:') return;
  visit.certificates = (await visit.session.send('Network.getCertificate', { origin })).tableNames;
}

/** Loads the page; null when there is one to keep, else the browser's words on why there is none. */
async function load(visit: Visit, { steps, limits, job }: Tools): Promise<string | null> {
  const { session } = visit;
  const loaded = new Promise<void>((done) => session.once('Page.loadEventFired', () => done()));
  const until = performance.now() + limits.loadMs;
  const went = await steps.take('navigate', limits.loadMs, () => session.send('Page.navigate', { url: job.url }));
  if (went?.errorText) return went.errorText;
  if (!went && !visit.record.mainAnswer()) return 'net::ERR_TIMED_OUT';
  const isLoaded = () => loaded.then(() => true);
  if (await steps.take('load', Math.max(0, until - performance.now()), isLoaded, 'load-timeout')) return null;
  await steps.take('stop', 2000, () => session.send('Page.stopLoading'));
  return null;
}

/** A page that does not answer is in an endless loop: its scripts are ended, and what it shows is kept. */
async function revive({ session, record }: Visit, { steps }: Tools): Promise<void> {
  const alive = () => session.send('Runtime.evaluate', { expression: '1' });
  if (!record.isFlooded && (await steps.take('alive', 1500, alive))) return;
  steps.because('hung');
  // One after the other: asked for at once, the second keeps the first from ever being carried out.
  await steps.take('end-scripts', 1500, () => session.send('Runtime.terminateExecution'));
  await steps.take('no-scripts', 1500, () => session.send('Emulation.setScriptExecutionDisabled', { value: true }));
  await steps.take('alive-again', 1500, alive);
}

/** Scrolls through the page so that late pictures come, waits a little, then brings it to a stand. */
async function settle(visit: Visit, { steps, job }: Tools): Promise<void> {
  const { session } = visit;
  const scroll = { expression: SCROLL, awaitPromise: true, timeout: 3500 };
  const moving = !steps.reasons.has('hung') && !steps.reasons.has('size-limit');
  if (moving && job.policy === 'full') await steps.take('scroll', 4000, () => session.send('Runtime.evaluate', scroll));
  if (moving && job.policy !== 'metadata') await steps.take('idle', 5000, () => quiet(visit));
  await steps.take('freeze', 3000, () => freeze(session), 'hung');
}

const SCROLL = `(async () => {
  const wait = (ms) => new Promise((done) => setTimeout(done, ms));
  const end = Date.now() + 3000;
  for (let y = 0; y < Math.min(document.documentElement.scrollHeight, 20000) && Date.now() < end; y += 900) {
    scrollTo(0, y); await wait(40);
  }
  scrollTo(0, 0);
})()`;

/** Ends when no byte and no request has come for half a second. */
async function quiet({ record }: Visit): Promise<void> {
  for (let before = ''; ;) {
    const now = `${record.counts.requests} ${record.counts.decodedBytes}`;
    if (now === before) return;
    before = now;
    await new Promise((done) => setTimeout(done, IDLE_MS));
  }
}

function knownOf(
  { record }: Visit,
  { proxy }: Tools,
): { httpStatus: number | null; verdict: ReturnType<FilteringProxy['verdictOn']> } {
  const asked = new URL(record.askedUrl);
  const port = Number(asked.port || (asked.protocol === 'https:' ? 443 : 80));
  const answer = record.mainAnswer();
  const httpStatus = answer && answer.url === withoutHash(record.askedUrl) ? answer.status : null;
  return { httpStatus, verdict: proxy.verdictOn(asked.hostname, port) };
}

function withoutHash(url: string): string {
  return url.replace(/#.*$/, '');
}
