import type { CaseReach } from '#domain/access/reach.js';
import type { DossierFacts } from '#domain/report/dossier-facts.js';

/** What a dossier is asked about: an escalation by its id or reference, or a platform or provider over days of sending. */
export type DossierQuery = { readonly at: Date; readonly reach: CaseReach } & (
  | { readonly kind: 'escalation'; readonly escalation: string }
  | { readonly kind: 'provider'; readonly code: string; readonly from: string; readonly to: string }
);

/** Bytes that the facts name by their SHA-256. */
export interface RecordedContent {
  readonly kind: 'mail' | 'evidence';
  readonly sha256: string;
}

/**
 * Knows what has been recorded. An unknown escalation is `escalation.unknown`, an unknown code `provider.unknown`; a
 * period without notices is no error. Made whole or not at all: `dossier.out-of-reach` where it would hold a notice that its
 * maker may not read. The figures are those at `at`; facts later than `at` may be given, and are left out.
 */
export abstract class DossierFactsSource {
  abstract facts(query: DossierQuery): Promise<DossierFacts>;
  /** The ids of the stored things that these files of the captures of these notices are; notices by their reference. */
  abstract stored(references: readonly string[], digests: readonly string[]): Promise<readonly string[]>;
  /** Opens what is stored under a digest, piece by piece; the reader checks that the bytes have that digest. */
  abstract open(content: RecordedContent): AsyncIterable<Uint8Array>;
}
