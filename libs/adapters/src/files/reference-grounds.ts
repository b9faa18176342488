import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CapturePolicies } from '#application/evidence/capture-policies.js';
import { type CapturePolicy, isCapturePolicy } from '#domain/evidence/capture-policy.js';
import { packFolders, PACKS } from './country-packs.js';

interface GroundRow {
  readonly code: string;
  readonly capturePolicy: string;
}

/** The capture policies of every country's grounds, read from the files: a capture by hand needs no database. */
export class ReferenceGrounds extends CapturePolicies {
  private policies: Promise<ReadonlyMap<string, CapturePolicy>> | undefined;

  constructor(private readonly root = PACKS) {
    super();
  }

  override async of(groundCode: string): Promise<CapturePolicy | undefined> {
    this.policies ??= read(this.root);
    return (await this.policies).get(groundCode);
  }
}

async function read(root: string): Promise<ReadonlyMap<string, CapturePolicy>> {
  const files = packFolders(root).map((folder) => readFile(join(root, folder, 'grounds.json'), 'utf8'));
  const rows = (await Promise.all(files)).flatMap((text) => JSON.parse(text) as readonly GroundRow[]);
  return new Map(rows.map((row) => [row.code, policyOf(row)]));
}

/** A policy nobody knows is the strictest one: a slip in the data may close a page, never open one. */
function policyOf({ capturePolicy }: GroundRow): CapturePolicy {
  return isCapturePolicy(capturePolicy) ? capturePolicy : 'forbidden';
}
