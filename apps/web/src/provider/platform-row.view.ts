import type { ChannelToVerify } from '#application/provider/channel-use.js';
import { needsWord } from '#domain/provider/choose-channel.js';
import type { HostClash } from '#domain/provider/host-clash.js';
import { isOwnCode } from '#domain/provider/own-code.js';
import type { Platform, Provider } from '#domain/provider/platform.js';
import type { FollowUpFigures } from '#domain/statistics/figures.js';

/** Which platforms a list shows. */
export const SHOWN = ['all', 'very-large', 'own', 'to-verify', 'to-confirm'] as const;

/** What the address of the list asks; what it cannot mean is left at the usual. */
export interface Listing {
  readonly show: (typeof SHOWN)[number];
  /** Part of a name, a legal entity or a host. */
  readonly q: string;
}

export function listingOf({ show, q }: Readonly<Record<string, unknown>>): Listing {
  const found = SHOWN.find((one) => one === show);
  return { show: found ?? 'all', q: typeof q === 'string' ? q.trim().slice(0, 200) : '' };
}

interface Beside {
  /** Null where who looks may know no figures. */
  readonly records: ReadonlyMap<string, FollowUpFigures['groups'][number]> | null;
  readonly due: readonly ChannelToVerify[];
  readonly clashes: readonly HostClash[];
}

/** A platform as a row of the register. */
export function rowOf(
  { platform, provider }: { platform: Platform; provider: Provider },
  { records, due, clashes }: Beside,
) {
  const { code, name, vlop, confidence, channels, hosts, designatedUntil } = platform;
  const found = records?.get(code);
  return {
    ...{ code, name, vlop: designatedUntil === null ? vlop : null, confidence, isOwn: isOwnCode(code) },
    ...{ legalEntity: provider.legalEntity, country: provider.country, coordinator: provider.coordinator },
    channels: channels.map((one) => ({ kind: one.kind, verifiedOn: one.verifiedOn, isOpen: needsWord(one) })),
    verifiedOn: channels.map((one) => one.verifiedOn ?? '').reduce((a, b) => (a > b ? a : b), '') || null,
    due: due.filter(({ platformCode }) => platformCode === code).map((one) => ({ ...one })),
    response: found
      ? { sent: found.sent, share: found.followUpPercentage, median: found.times.decisionHours.median }
      : null,
    clashes: clashes.some(({ keeps, others }) => [keeps, ...others].includes(code)),
    searched: [name, provider.legalEntity, ...hosts].join('\n').toLowerCase(),
  };
}

type Row = ReturnType<typeof rowOf>;

const BELONGS: Readonly<Record<Listing['show'], (row: Row) => boolean>> = {
  all: () => true,
  'very-large': ({ vlop }) => vlop !== null,
  own: ({ isOwn }) => isOwn,
  'to-verify': ({ due }) => due.length > 0,
  'to-confirm': ({ confidence }) => confidence === 'K',
};

/** Whether a row is in what the list shows. */
export const isShown = (row: Row, { show, q }: Listing): boolean =>
  BELONGS[show](row) && row.searched.includes(q.toLowerCase());
