import { createHash } from 'node:crypto';
import { EvidenceStore, type EvidenceBytes, type StoredEvidence } from '#application/evidence/evidence-store.js';
import { RuleViolation } from '#domain/rule-violation.js';

/** Evidence in memory; keeps the promises of its contract. */
export class FakeEvidenceStore extends EvidenceStore {
  readonly kept = new Map<string, Uint8Array>();

  override async put(bytes: EvidenceBytes): Promise<StoredEvidence> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of bytes instanceof Uint8Array ? [bytes] : bytes) chunks.push(Uint8Array.from(chunk));
    const whole = Buffer.concat(chunks);
    const digest = digestOf(whole);
    if (this.kept.has(digest)) await this.read(digest);
    else this.kept.set(digest, whole);
    return { digest, size: whole.byteLength };
  }

  override read(digest: string): Promise<Uint8Array> {
    if (!/^[0-9a-f]{64}$/.test(digest)) return refuse('evidence.bad-digest', { digest });
    const bytes = this.kept.get(digest);
    if (!bytes) return refuse('evidence.missing', { digest });
    if (digestOf(bytes) !== digest) return refuse('evidence.digest-mismatch', { digest });
    return Promise.resolve(Uint8Array.from(bytes));
  }

  override has(digest: string): Promise<boolean> {
    return Promise.resolve(this.kept.has(digest));
  }
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function refuse(code: string, facts: Readonly<Record<string, unknown>>): Promise<never> {
  return Promise.reject(new RuleViolation(code, facts));
}
