import type { CaseReach } from '#domain/access/reach.js';
import type { NotReportable } from '#domain/notice/scope.js';

/** How many matters were recorded as not reportable for one reason, on one platform, about one category. */
export interface SetAsideCount {
  readonly because: NotReportable;
  /** Null where nobody knew the platform, or where it is not in the register. */
  readonly platformName: string | null;
  readonly category: string;
  readonly count: number;
}

/** What could not be reported under the DSA, counted: where the law does not reach is worth telling a coordinator. */
export abstract class SetAsideCounts {
  abstract within(reach: CaseReach): Promise<readonly SetAsideCount[]>;
}
