import { Capturer } from '#application/evidence/capturer.js';
import { assertMayBeContacted, type CaptureJob, type CaptureResult } from '#domain/evidence/capture.js';
import { CAPTURE_LIMITS, type CaptureLimits } from './capture-limits.js';
import { type BrowserWish, findBrowser } from './find-browser.js';
import { runErrand } from './run-errand.js';

/** Time beyond the capture's own total: starting Node and the browser, hashing, writing. */
const GRACE_MS = 25_000;

/** Captures in a child process of its own, one per page. */
export class SpawnCapture extends Capturer {
  constructor(
    private readonly wish: BrowserWish = {},
    private readonly limits: CaptureLimits = CAPTURE_LIMITS,
  ) {
    super();
  }

  async capture(job: CaptureJob): Promise<CaptureResult> {
    assertMayBeContacted(job);
    const { limits } = this;
    const browser = await findBrowser(this.wish);
    const answer = await runErrand({ kind: 'capture', job, browser, limits }, limits.totalMs + GRACE_MS);
    return answer?.kind === 'captured' ? answer.result : crashed(job);
  }
}

/** The child died without a word: nothing it may have written is taken for evidence. */
function crashed(job: CaptureJob): CaptureResult {
  return {
    state: 'failed',
    reasons: ['capture-crashed'],
    httpStatus: null,
    finalUrl: null,
    title: null,
    startedAt: job.askedAt,
    endedAt: new Date().toISOString(),
    artefacts: [],
    manifestSha256: null,
  };
}
