import type { LegalGround } from '../ground/legal-ground.js';

/** Which of Bluesky's reasons goes with which ground, keyword or category; the first that is there answers. */
export interface BlueskyReasons {
  /** Stands before each of the reasons below. */
  readonly prefix: string;
  /** A whole reason, for what none of the lists knows. */
  readonly otherwise: string;
  /** The reason for privacy and portrait where they are a minor's, before any of the lists below. */
  readonly minors: { readonly reason: string; readonly grounds: readonly string[] };
  readonly grounds: Readonly<Record<string, string>>;
  readonly keywords: Readonly<Record<string, string>>;
  readonly categories: Readonly<Record<string, string>>;
}

type Reasoned = Pick<LegalGround, 'code' | 'category' | 'keyword'>;

/** What of a report decides its reason; `concernsMinor` only where the report may let that on. */
export interface BlueskyMatter {
  readonly grounds: readonly Reasoned[];
  readonly concernsMinor: boolean;
}

/** The one reason of a report on several grounds: what concerns a child comes first, else what the first ground says. */
export function blueskyReason({ grounds, concernsMinor }: BlueskyMatter, reasons: BlueskyReasons): string {
  const found = grounds.flatMap((ground) => reasonOf(ground, concernsMinor, reasons) ?? []);
  const chosen = found.find((reason) => reason.startsWith('ChildSafety')) ?? found[0];
  return chosen === undefined ? reasons.otherwise : `${reasons.prefix}${chosen}`;
}

function reasonOf(ground: Reasoned, concernsMinor: boolean, reasons: BlueskyReasons): string | undefined {
  const { minors, grounds, keywords, categories } = reasons;
  if (concernsMinor && minors.grounds.includes(ground.code)) return minors.reason;
  return grounds[ground.code] ?? keywords[ground.keyword ?? ''] ?? categories[ground.category ?? ''];
}
