/** A notice as a history file writes it: text as it stands there, empty where nothing stands (design.md §5). */
export interface WrittenHistory {
  readonly reference: string;
  readonly regime: string;
  readonly line: string;
  readonly platform: string;
  readonly channel: string;
  readonly sentAt: string;
  readonly acknowledgedAt: string;
  readonly grounds: readonly string[];
  readonly category: string;
  readonly language: string;
  readonly manipulated: string;
  readonly items: readonly WrittenHistoryItem[];
}

export interface WrittenHistoryItem {
  /** The row of the file this item stands in. */
  readonly row: number;
  readonly url: string;
  readonly outcome: string;
  readonly decidedAt: string;
  readonly basis: string;
  readonly territory: readonly string[];
}

/** What is wrong in one field; `message` says it for people. */
export interface HistoryFault {
  readonly row: number;
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

/** The fields of a notice in a CSV row; the others belong to the item. */
export const NOTICE_FIELDS = [
  'reference',
  'regime',
  'line',
  'platform',
  'channel',
  'sentAt',
  'acknowledgedAt',
  'grounds',
  'category',
  'language',
  'manipulated',
] as const;
export const ITEM_FIELDS = ['url', 'outcome', 'decidedAt', 'basis', 'territory'] as const;
