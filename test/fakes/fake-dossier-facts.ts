import {
  DossierFactsSource,
  type DossierQuery,
  type RecordedContent,
} from '#application/report/dossier-facts-source.js';
import type { DossierFacts } from '#domain/report/dossier-facts.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { sha256 } from '#test/builders/bag.js';

/** Gives facts set by a test, and the bytes of whatever text was put in. */
export class FakeDossierFacts extends DossierFactsSource {
  readonly asked: DossierQuery[] = [];
  private readonly contents = new Map<string, string>();

  constructor(private readonly known: DossierFacts) {
    super();
  }

  /** Stores a text under its digest. */
  put(...texts: readonly string[]): this {
    for (const text of texts) this.contents.set(sha256(text), text);
    return this;
  }

  /** Stores other bytes under a digest than those it was made of. */
  spoil(digest: string): void {
    this.contents.set(digest, 'spoilt');
  }

  facts(query: DossierQuery): Promise<DossierFacts> {
    this.asked.push(query);
    return Promise.resolve(this.known);
  }

  /** Each file stands for itself. */
  stored(_references: readonly string[], digests: readonly string[]): Promise<readonly string[]> {
    return Promise.resolve(digests);
  }

  async *open({ sha256: digest }: RecordedContent): AsyncGenerator<Uint8Array> {
    const text = await Promise.resolve(this.contents.get(digest));
    if (text === undefined) throw new RuleViolation('evidence.not-stored', { digest });
    yield Buffer.from(text);
  }
}
