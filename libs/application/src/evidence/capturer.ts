import type { CaptureJob, CaptureResult } from '#domain/evidence/capture.js';

/** Makes one capture in one browser; a page that cannot be captured is a result, not an error. */
export abstract class Capturer {
  abstract capture(job: CaptureJob): Promise<CaptureResult>;
}
