import type { ToldWay } from '#domain/case/telling.js';
import type { Line } from '#domain/notice/codes.js';
import type { News } from '#domain/outcome/news.js';

/** A notice of a case with what can be told of it, and what was. */
export interface NoticeNews {
  readonly id: string;
  readonly reference: string;
  readonly line: Line;
  readonly platformName: string | null;
  readonly sentAt: Date | null;
  /** As `newsOf` of the domain has it. */
  readonly news: News;
  /** Art. 20 DSA binds the platform, as far as anybody knows. */
  readonly complaint: boolean;
  /** Somebody in the picture may be under 18. */
  readonly minor: boolean;
  /** That just this was told, the latest time; null where it was not. `by` is a name. */
  readonly told: { readonly how: ToldWay; readonly at: Date; readonly by: string } | null;
}

/** What can be told of the notices of a case that left or were set aside, the latest first. */
export abstract class CaseNews {
  abstract ofCase(caseId: string): Promise<readonly NoticeNews[]>;
}
