import type { LegalGround } from '../ground/legal-ground.js';

/** Which of Bluesky's reasons goes with which ground, keyword or category; the first that is there answers. */
export interface BlueskyReasons {
  /** Stands before each of the reasons below. */
  readonly prefix: string;
  /** A whole reason, for what none of the lists knows. */
  readonly otherwise: string;
  readonly grounds: Readonly<Record<string, string>>;
  readonly keywords: Readonly<Record<string, string>>;
  readonly categories: Readonly<Record<string, string>>;
}

type Reasoned = Pick<LegalGround, 'code' | 'category' | 'keyword'>;

/** The one reason of a report on several grounds: what concerns a child comes first, else what the first ground says. */
export function blueskyReason(grounds: readonly Reasoned[], reasons: BlueskyReasons): string {
  const found = grounds.flatMap((ground) => reasonOf(ground, reasons) ?? []);
  const chosen = found.find((reason) => reason.startsWith('ChildSafety')) ?? found[0];
  return chosen === undefined ? reasons.otherwise : `${reasons.prefix}${chosen}`;
}

const reasonOf = ({ code, category, keyword }: Reasoned, reasons: BlueskyReasons): string | undefined =>
  reasons.grounds[code] ?? reasons.keywords[keyword ?? ''] ?? reasons.categories[category ?? ''];
