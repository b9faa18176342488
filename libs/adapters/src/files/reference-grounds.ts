import { readFile } from 'node:fs/promises';
import { CapturePolicies } from '#application/evidence/capture-policies.js';
import { type CapturePolicy, isCapturePolicy } from '#domain/evidence/capture-policy.js';
import { projectPath } from '../settings/project.js';

interface GroundRow {
  readonly code: string;
  readonly capturePolicy: string;
}

/** The capture policies of the reference data, read from its files: a capture by hand needs no database. */
export class ReferenceGrounds extends CapturePolicies {
  private policies: Promise<ReadonlyMap<string, CapturePolicy>> | undefined;

  constructor(private readonly file = projectPath('migrations', 'reference', 'nl', 'grounds.json')) {
    super();
  }

  override async of(groundCode: string): Promise<CapturePolicy | undefined> {
    this.policies ??= read(this.file);
    return (await this.policies).get(groundCode);
  }
}

async function read(file: string): Promise<ReadonlyMap<string, CapturePolicy>> {
  const rows = JSON.parse(await readFile(file, 'utf8')) as readonly GroundRow[];
  return new Map(rows.map((row) => [row.code, policyOf(row)]));
}

/** A policy nobody knows is the strictest one: a slip in the data may close a page, never open one. */
function policyOf({ capturePolicy }: GroundRow): CapturePolicy {
  return isCapturePolicy(capturePolicy) ? capturePolicy : 'forbidden';
}
