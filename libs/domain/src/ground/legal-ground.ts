import type { Confidence } from '../provider/platform.js';

/** What may be captured of content notified on a ground, from most to least (law.md §4.7). */
export type GroundCapturePolicy = 'full' | 'masked' | 'metadata' | 'forbidden';

/** The provision a notice relies on (Art. 16(2)(a) DSA), as the country's data pack describes it. */
export interface LegalGround {
  readonly code: string;
  readonly law: string;
  readonly article: string;
  readonly titleNl: string;
  readonly titleEn: string;
  /** `STATEMENT_CATEGORY_…`; null where the law list names none. */
  readonly category: string | null;
  readonly keyword: string | null;
  readonly capturePolicy: GroundCapturePolicy;
  readonly mandateRule: 'person-concerned' | 'anyone' | 'hotline-only';
  /** Art. 16(2)(c): name and e-mail need not be given. */
  readonly csamException: boolean;
  readonly complaintOffence: boolean;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly replacedBy: string | null;
  readonly source: string;
  readonly verifiedOn: string | null;
  readonly confidence: Confidence;
}
