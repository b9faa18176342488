import { assertMayBeContacted, type CaptureJob, type CaptureResult } from '#domain/evidence/capture.js';
import { type CaptureReason, stateOf } from '#domain/evidence/capture-reason.js';
import { AddressGate, type Resolve } from '#adapters/browser/address-gate.js';
import type { CaptureLimits } from '#adapters/browser/capture-limits.js';
import { FilteringProxy } from '#adapters/browser/filtering-proxy.js';
import type { FoundBrowser } from '#adapters/browser/find-browser.js';
import { launch, type Launched } from '#adapters/browser/launch.js';
import { canonicalJson } from './canonical.js';
import { keepFacts } from './keep-facts.js';
import { manifestOf } from './manifest.js';
import { watchMemory } from './memory-watch.js';
import { Spool } from './spool.js';
import { Steps } from './steps.js';
import { type Tools, type Visit, visitPage } from './visit.js';

/** One errand with what it needs; a test may give another way to resolve names. */
export interface Once {
  readonly job: CaptureJob;
  readonly browser: FoundBrowser;
  readonly limits: CaptureLimits;
  readonly resolve?: Resolve;
}

/** Captures one page in one fresh browser, writes artefacts and manifest, and leaves nothing running. */
export async function captureOnce(once: Once): Promise<CaptureResult> {
  const { job, limits } = once;
  assertMayBeContacted(job);
  const startedAt = new Date().toISOString();
  const steps = new Steps(limits.totalMs);
  const spool = new Spool(job.folder);
  const gate = new AddressGate(job.allow, once.resolve);
  const proxy = new FilteringProxy(gate, { bytes: limits.bytes, idleMs: limits.totalMs }, () => {
    steps.reasons.add('size-limit');
    proxy.close();
  });
  const tools: Tools = { job, limits, proxy, steps, spool };
  const { visit, browserVersion } = await inBrowser(once, tools);
  proxy.close();
  await keepFacts(visit, tools);
  const reasons = reasonsOf(tools, visit);
  const state = stateOf(reasons);
  const endedAt = new Date().toISOString();
  const { artefacts } = spool;
  const facts = {
    ...once,
    proxy,
    visit,
    browserVersion,
    steps: steps.taken,
    artefacts,
    state,
    reasons,
    startedAt,
    endedAt,
  };
  const manifest = Buffer.from(canonicalJson(manifestOf(facts)), 'utf8');
  const manifestSha256 = await spool.write('manifest.json', manifest);
  const httpStatus = visit?.record.mainAnswer(visit.loaderId)?.status ?? null;
  const title = visit?.words?.title ?? null;
  const finalUrl = visit?.finalUrl ?? null;
  return { state, reasons, httpStatus, finalUrl, title, startedAt, endedAt, artefacts, manifestSha256 };
}

async function inBrowser(
  once: Once,
  tools: Tools,
): Promise<{ visit: Visit | undefined; browserVersion: string | null }> {
  const { limits, proxy, steps, job } = tools;
  const proxyPort = await proxy.listen();
  const launched = await launch(once.browser, { reach: { proxyPort }, pictures: job.policy === 'full' });
  const stops = [
    watchMemory(launched.pid, limits.memoryBytes, () => kill(launched, steps, 'memory-limit')),
    killAfter(limits.totalMs, () => kill(launched, steps, 'time-limit')),
  ];
  try {
    const browserVersion = await launched.browser.version();
    return { visit: await visitPage(launched.browser, tools), browserVersion };
  } finally {
    for (const stop of stops) stop();
    await launched.end();
  }
}

function kill(launched: Launched, steps: Steps, reason: CaptureReason): void {
  steps.giveUp(reason);
  launched.end().catch(() => undefined);
}

function killAfter(ms: number, then: () => void): () => void {
  const timer = setTimeout(then, ms);
  return () => clearTimeout(timer);
}

/** The reasons in a fixed order; a visit that kept nothing of the page it should have kept has failed. */
function reasonsOf({ steps, spool, job }: Tools, visit: Visit | undefined): CaptureReason[] {
  const shows = job.policy === 'metadata' ? visit?.record.mainAnswer() !== undefined : spool.hasPage;
  const reasons = [...steps.reasons].sort();
  const nothing = !shows && !reasons.includes('empty-page') && !reasons.includes('picture-withheld');
  return nothing && ['complete', 'partial'].includes(stateOf(reasons)) ? [...reasons, 'nothing-kept'] : reasons;
}
