import { readFileSync } from 'node:fs';
import type { Artefact, CaptureJob } from '#domain/evidence/capture.js';
import type { CaptureReason, CaptureState } from '#domain/evidence/capture-reason.js';
import { VIEWPORT } from '#adapters/browser/browser-flags.js';
import type { CaptureLimits } from '#adapters/browser/capture-limits.js';
import type { FoundBrowser } from '#adapters/browser/find-browser.js';
import type { FilteringProxy } from '#adapters/browser/filtering-proxy.js';
import type { StepTaken } from './steps.js';
import type { Visit } from './visit.js';

/** Everything the manifest is made of. */
export interface Findings {
  readonly job: CaptureJob;
  readonly limits: CaptureLimits;
  readonly browser: FoundBrowser;
  readonly browserVersion: string | null;
  readonly proxy: FilteringProxy;
  readonly visit: Visit | undefined;
  readonly steps: readonly StepTaken[];
  readonly artefacts: readonly Artefact[];
  readonly state: CaptureState;
  readonly reasons: readonly CaptureReason[];
  readonly startedAt: string;
  readonly endedAt: string;
}

/** What was asked, what was found, with what it was made, and the digest of each file beside it. */
export function manifestOf(found: Findings): object {
  const { job, limits, artefacts, steps } = found;
  const { url, policy, grounds, allow, askedAt } = job;
  return {
    schema: 'seinpost-capture/1',
    request: { url, policy, grounds, allow, askedAt },
    result: resultOf(found),
    clocks: { source: 'system', startedAt: found.startedAt, endedAt: found.endedAt, steps },
    environment: environmentOf(found),
    network: networkOf(found),
    artefacts,
    limits,
  };
}

function resultOf({ state, reasons, visit }: Findings): object {
  const answer = visit?.record.mainAnswer(visit.loaderId);
  const { requests, failed, withheld, dialogs, popups, downloads } = visit?.record.counts ?? {};
  return {
    state,
    reasons,
    httpStatus: answer?.status ?? null,
    finalUrl: visit?.finalUrl ?? null,
    redirects: visit?.record.redirects ?? [],
    title: visit?.words?.title ?? null,
    language: visit?.words?.language ?? null,
    page: visit?.size ?? null,
    counts: { requests, failed, withheld, dialogs, popups, downloads },
    serverDate: answer?.headers['date'] ?? answer?.headers['Date'] ?? null,
  };
}

function environmentOf({ browser, browserVersion }: Findings): object {
  return {
    software: `seinpost ${ownVersion()}`,
    node: process.versions.node,
    system: `${process.platform} ${process.arch}`,
    browser: browserVersion,
    browserSource: browser.source,
    sandbox: 'namespace+seccomp',
    viewport: [VIEWPORT.width, VIEWPORT.height],
    locale: 'nl-NL',
    timezone: 'Europe/Amsterdam',
  };
}

function networkOf({ proxy, visit }: Findings): object {
  return {
    fidelity: 'content-decoded, headers as the browser reports them',
    wireBytes: proxy.bytes,
    decodedBytes: visit?.record.counts.decodedBytes ?? 0,
    denied: proxy.passages.filter((passage) => passage.verdict !== 'open').length,
  };
}

function ownVersion(): string {
  const file = new URL('../../../../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
