import type { CapturePolicy } from '#domain/evidence/capture-policy.js';

/** Which capture policy each legal ground carries. */
export abstract class CapturePolicies {
  /** Policy of the ground with this code, or undefined when there is no such ground. */
  abstract of(groundCode: string): Promise<CapturePolicy | undefined>;
}
