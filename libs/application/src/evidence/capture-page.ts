import { Injectable } from '@nestjs/common';
import { httpAddress, type CaptureJob, type CaptureResult } from '#domain/evidence/capture.js';
import { policyFor, type CapturePolicy } from '#domain/evidence/capture-policy.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { CapturePolicies } from './capture-policies.js';
import { Capturer } from './capturer.js';

/** What a person or the worker asks for. */
export interface PageWanted {
  readonly url: string;
  readonly grounds: readonly string[];
  readonly policy?: CapturePolicy;
  readonly allow: readonly string[];
  /** Called once nothing stands in the way any more; makes the empty folder that receives the artefacts. */
  readonly folder: () => Promise<string>;
  readonly at: Date;
}

/** Captures one page under the policy of its grounds; refuses before any look-up or contact. */
@Injectable()
export class CapturePage {
  constructor(
    private readonly policies: CapturePolicies,
    private readonly capturer: Capturer,
  ) {}

  async run(wanted: PageWanted): Promise<{ job: CaptureJob; result: CaptureResult }> {
    const policy = policyFor(await this.policiesOf(wanted.grounds), wanted.policy);
    const url = httpAddress(wanted.url);
    const { grounds, allow } = wanted;
    const job = { url, policy, grounds, allow, folder: await wanted.folder(), askedAt: wanted.at.toISOString() };
    return { job, result: await this.capturer.capture(job) };
  }

  /** Whether one of the grounds forbids to keep anything of a page. */
  async isForbidden(grounds: readonly string[]): Promise<boolean> {
    return (await this.policiesOf(grounds)).includes('forbidden');
  }

  private async policiesOf(codes: readonly string[]): Promise<CapturePolicy[]> {
    const found: CapturePolicy[] = [];
    for (const code of codes) {
      const policy = await this.policies.of(code);
      if (policy === undefined) throw new RuleViolation('capture.unknown-ground', { ground: code });
      found.push(policy);
    }
    return found;
  }
}
