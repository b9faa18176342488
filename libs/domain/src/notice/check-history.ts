import { isCategory } from '../ground/category.js';
import { instant } from '../instant.js';
import { isDecisionCode } from '../outcome/outcome-code.js';
import { isTerritory } from '../outcome/territory.js';
import { CHANNEL_KINDS, LINES, MANIPULATIONS, REGIMES } from './codes.js';
import type { HistoryFault, WrittenHistory, WrittenHistoryItem } from './history.js';

/** The lists a history is checked against. */
export interface KnownCodes {
  readonly platforms: ReadonlySet<string>;
  /** Ground code to its category, null where it has none. */
  readonly grounds: ReadonlyMap<string, string | null>;
  readonly now: Date;
}

type Fault = Omit<HistoryFault, 'row'>;
type NoticeCheck = (notice: WrittenHistory, known: KnownCodes) => Fault | undefined;
type ItemCheck = (item: WrittenHistoryItem) => Fault | undefined;

/** Outcomes a history may write although they follow from the clock; they mean that there was no decision. */
export const NO_DECISION = ['', 'no-response', 'pending'];

/** Everything that is wrong with one notice of a history file, in the order of its fields. */
export function checkHistory(notice: WrittenHistory, known: KnownCodes): HistoryFault[] {
  const row = notice.items[0]?.row ?? 0;
  const ofNotice = NOTICE_CHECKS.flatMap((check) => check(notice, known) ?? []).map((fault) => ({ row, ...fault }));
  const ofItems = notice.items.flatMap((item) =>
    ITEM_CHECKS.flatMap((check) => check(item) ?? []).map((fault) => ({ row: item.row, ...fault })),
  );
  return [...ofNotice, ...ofItems];
}

/** Items decided before their notice was sent: strange, but not refused. */
export const decidedBeforeSent = (notice: WrittenHistory): WrittenHistoryItem[] => {
  const sentAt = instant(notice.sentAt);
  return notice.items.filter((item) => sentAt !== null && (instant(item.decidedAt) ?? sentAt) < sentAt);
};

/** No notice went to an online platform before, and running numbers begin here. */
const EARLIEST = new Date('1990-01-02T00:00:00Z');
/** Such as NUL, which the database cannot keep; line ends inside quotes are the exception. */
const CONTROL = /[^\P{Cc}\t\r\n]/u;

const NOTICE_CHECKS: readonly NoticeCheck[] = [
  ({ reference }) => (reference.length > 100 ? fault('reference', 'too-long', reference) : undefined),
  ({ reference }) => (CONTROL.test(reference) ? fault('reference', 'control-character', '') : undefined),
  ({ regime }) => oneOf('regime', regime, REGIMES),
  ({ line }) => oneOf('line', line, LINES),
  ({ platform }, { platforms }) => (platforms.has(platform) ? undefined : fault('platform', 'unknown-code', platform)),
  ({ channel }) => oneOf('channel', channel, CHANNEL_KINDS),
  ({ sentAt }) => (instant(sentAt) ? undefined : fault('sentAt', 'not-an-instant', sentAt)),
  ({ sentAt }, { now }) => ((instant(sentAt) ?? now) > now ? fault('sentAt', 'in-the-future', sentAt) : undefined),
  ({ sentAt }) => ((instant(sentAt) ?? EARLIEST) < EARLIEST ? fault('sentAt', 'too-early', sentAt) : undefined),
  ({ acknowledgedAt }) => instantOrNothing('acknowledgedAt', acknowledgedAt),
  ({ grounds }) => (grounds.length === 0 ? fault('grounds', 'missing', '') : undefined),
  ({ grounds }, known) => {
    const unknown = grounds.find((code) => !known.grounds.has(code));
    return unknown === undefined ? undefined : fault('grounds', 'unknown-code', unknown);
  },
  ({ category }) => (category === '' || isCategory(category) ? undefined : fault('category', 'unknown-code', category)),
  ({ category, grounds }, known) =>
    category === '' && known.grounds.get(grounds[0] ?? '') === null
      ? fault('category', 'missing', grounds[0] ?? '')
      : undefined,
  ({ language }) => (/^([a-z]{2})?$/.test(language) ? undefined : fault('language', 'unknown-code', language)),
  ({ manipulated }) => oneOf('manipulated', manipulated, MANIPULATIONS),
  ({ items }) => (items.length === 0 ? fault('items', 'missing', '') : undefined),
];

const ITEM_CHECKS: readonly ItemCheck[] = [
  ({ url }) => (isHttp(url) ? undefined : fault('url', 'not-http', url)),
  ({ url }) => (CONTROL.test(url) ? fault('url', 'control-character', '') : undefined),
  ({ outcome }) =>
    NO_DECISION.includes(outcome) || isDecisionCode(outcome) ? undefined : fault('outcome', 'unknown-code', outcome),
  ({ decidedAt }) => instantOrNothing('decidedAt', decidedAt),
  ({ decidedAt, outcome }) =>
    decidedAt !== '' && NO_DECISION.includes(outcome) ? fault('decidedAt', 'without-outcome', decidedAt) : undefined,
  ({ basis }) => oneOf('basis', basis, ['law', 'terms']),
  ({ territory }) => {
    const unknown = territory.find((code) => !isTerritory(code));
    return unknown === undefined ? undefined : fault('territory', 'unknown-code', unknown);
  },
];

const SENTENCES: Readonly<Record<string, string>> = {
  'too-long': 'is longer than 100 characters',
  'unknown-code': 'is not a known code',
  'not-an-instant': 'is not an ISO 8601 moment with a zone, such as 2025-07-15T10:00:00+02:00',
  'in-the-future': 'lies in the future',
  'too-early': 'lies before 1990',
  'control-character': 'holds a control character other than a line end',
  missing: 'is missing',
  'not-http': 'is not an http or https address',
  'without-outcome': 'is given without an outcome',
};

const fault = (field: string, code: string, value: string): Fault => ({
  field,
  code,
  message: value === '' ? `${field} ${SENTENCES[code]}` : `${field} "${value.slice(0, 80)}" ${SENTENCES[code]}`,
});

const oneOf = (field: string, value: string, known: readonly string[]): Fault | undefined =>
  value === '' || known.includes(value) ? undefined : fault(field, 'unknown-code', value);

const instantOrNothing = (field: string, value: string): Fault | undefined =>
  value === '' || instant(value) ? undefined : fault(field, 'not-an-instant', value);

const isHttp = (url: string): boolean => /^https?:\/\/[^\s/]/i.test(url) && URL.canParse(url);
