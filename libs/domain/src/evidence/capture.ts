import { RuleViolation } from '../rule-violation.js';
import { type CapturePolicy, type OpenPolicy, policyFor } from './capture-policy.js';
import { type CaptureReason, type CaptureState, stateOf } from './capture-reason.js';

/** One file of a capture. */
export interface Artefact {
  readonly name: string;
  readonly kind: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  /** SHA-256, 64 lower-case hex digits. */
  readonly sha256: string;
}

/** What is asked of the browser: one page, once. */
export interface CaptureJob {
  readonly url: string;
  readonly policy: OpenPolicy;
  readonly grounds: readonly string[];
  /** Set where the page is a platform's own form: nobody's content stands there, so no ground decides about it. */
  readonly of?: 'channel-form';
  /** `host:port` pairs that may be private addresses (the practice platform). */
  readonly allow: readonly string[];
  /** Empty folder that receives artefacts and `manifest.json`. */
  readonly folder: string;
  /** ISO instant of asking. */
  readonly askedAt: string;
}

/** What the browser found. */
export interface CaptureResult {
  readonly state: CaptureState;
  readonly reasons: readonly CaptureReason[];
  readonly httpStatus: number | null;
  readonly finalUrl: string | null;
  readonly title: string | null;
  readonly startedAt: string;
  readonly endedAt: string;
  readonly artefacts: readonly Artefact[];
  /** SHA-256 of the bytes of `manifest.json`; null when not even that could be written. */
  readonly manifestSha256: string | null;
}

/** One capture of one page for one or more grounds: made once, never altered. */
export class Capture {
  private constructor(
    readonly id: string,
    readonly url: string,
    readonly grounds: readonly string[],
    readonly policy: CapturePolicy,
    readonly state: CaptureState,
    readonly reasons: readonly CaptureReason[],
    readonly httpStatus: number | null,
    readonly finalUrl: string | null,
    readonly startedAt: string,
    readonly endedAt: string,
    readonly manifestSha256: string | null,
    readonly artefacts: readonly Artefact[],
  ) {}

  /** The capture as the browser reported it; a report that contradicts itself is refused. */
  static made(id: string, job: CaptureJob, result: CaptureResult): Capture {
    const state = stateOf(result.reasons);
    if (state !== result.state) throw new RuleViolation('capture.state-contradicts-reasons', { state: result.state });
    const { url, grounds, policy } = job;
    const { reasons, httpStatus, finalUrl, startedAt, endedAt, manifestSha256, artefacts } = result;
    return new Capture(
      id,
      url,
      grounds,
      policy,
      state,
      reasons,
      httpStatus,
      finalUrl,
      startedAt,
      endedAt,
      manifestSha256,
      artefacts,
    );
  }

  /** The record of a capture that was not made, because a ground forbids it or none was given. */
  static refused(id: string, url: string, grounds: readonly string[], at: Date): Capture {
    const when = at.toISOString();
    const reason: CaptureReason = grounds.length === 0 ? 'no-ground' : 'forbidden';
    return new Capture(id, url, grounds, 'forbidden', 'refused', [reason], null, null, when, when, null, []);
  }

  /** The record of a form whose page was not contacted: it is not public, or it is what the notice is about. */
  static formRefused(id: string, url: string, reason: 'address-refused' | 'forbidden', at: Date): Capture {
    const when = at.toISOString();
    return new Capture(id, url, [], 'forbidden', 'refused', [reason], null, null, when, when, null, []);
  }
}

/**
 * Refuses a job that must not be carried out, whoever made it: asked again where the browser is started and in its own
 * process, so that one slip in the desk never opens a forbidden page.
 */
export function assertMayBeContacted(job: CaptureJob): void {
  policyFor(job.grounds.length === 0 && job.of !== 'channel-form' ? [] : [job.policy], job.policy);
  httpAddress(job.url);
}

/** The address as a browser would write it; anything but http(s) is refused before any look-up. */
export function httpAddress(given: string): string {
  const match = /^https?:\/\/[^\s/?#]/i.exec(given.trim());
  if (!match || !URL.canParse(given.trim())) throw new RuleViolation('capture.not-http', { url: given });
  return new URL(given.trim()).href;
}
