/** How tries are slowed down that have not been proven right. */
interface Limit {
  /** Tries that cost nothing but the try. */
  readonly free: number;
  /** Each further one waits twice as long, up to this. */
  readonly longestWaitSeconds: number;
  /** One try is forgiven after each of these, where many people share a limit; null where it is one person's. */
  readonly forgivenEverySeconds: number | null;
}

/**
 * Nobody is locked out, only slowed down, and who never had an account here is slowed down as who has one. Tries are counted
 * for an account from one address, for an account, for an address and for everyone; a browser that signed in wholly before
 * is counted alone, so that tries of others elsewhere never make its person wait.
 */
export const LIMITS = {
  'account-from-address': { free: 5, longestWaitSeconds: 15 * 60, forgivenEverySeconds: null },
  'known-device': { free: 5, longestWaitSeconds: 15 * 60, forgivenEverySeconds: null },
  'second-step': { free: 5, longestWaitSeconds: 15 * 60, forgivenEverySeconds: null },
  account: { free: 20, longestWaitSeconds: 60, forgivenEverySeconds: 180 },
  address: { free: 50, longestWaitSeconds: 5 * 60, forgivenEverySeconds: 60 },
  everyone: { free: 300, longestWaitSeconds: 4, forgivenEverySeconds: 10 },
} as const satisfies Readonly<Record<string, Limit>>;
export type LimitName = keyof typeof LIMITS;

/** One count a try belongs to: which limit holds, and for what. */
export interface TryKey {
  readonly limit: LimitName;
  readonly of: string;
}

/** Counts that go back to nothing after a right try; the others, which many share, go back by that one try. */
export const isOnesOwn = ({ limit }: TryKey): boolean => LIMITS[limit].forgivenEverySeconds === null;

/** After this long without a try a count starts anew. */
export const FORGOTTEN_AFTER_SECONDS = 60 * 60;

/** Tries in a row and when the last one was. */
export interface Tries {
  readonly wrong: number;
  readonly lastAt: Date;
}

/** The counts a try belongs to; `device` is the secret of a browser known for this account. */
export const tryKeys = {
  byPassword: (email: string, address: string, device: string | null): readonly TryKey[] =>
    device === null
      ? [
          { limit: 'account-from-address', of: `${email}\n${networkOf(address)}` },
          { limit: 'account', of: email },
          ...shared(address),
        ]
      : [{ limit: 'known-device', of: `${email}\n${device}` }],
  byPasskey: (address: string): readonly TryKey[] => shared(address),
  /** Whoever is here knows the password already; a known browser is still counted alone. */
  secondStep: (userId: string, device: string | null): readonly TryKey[] => [
    { limit: 'second-step', of: `${userId}\n${device ?? ''}` },
  ],
};

const shared = (address: string): readonly TryKey[] => [
  { limit: 'address', of: networkOf(address) },
  { limit: 'everyone', of: '' },
];

/** Seconds until another try of this count is heard: none for the free ones, then 2, 4, 8 … up to the longest. */
export function secondsToWait(limit: LimitName, tries: Tries, at: Date): number {
  const { free, longestWaitSeconds } = LIMITS[limit];
  const wrong = stillCounted(limit, tries, at);
  if (wrong < free) return 0;
  const wait = Math.min(2 ** Math.min(wrong - free + 1, 12), longestWaitSeconds);
  return Math.max(0, Math.ceil(wait - secondsBetween(tries.lastAt, at)));
}

/** The count after one more try that has not been proven right. */
export const oneMore = (limit: LimitName, tries: Tries, at: Date): Tries => ({
  wrong: stillCounted(limit, tries, at) + 1,
  lastAt: at,
});

function stillCounted(limit: LimitName, tries: Tries, at: Date): number {
  const passed = secondsBetween(tries.lastAt, at);
  const every = LIMITS[limit].forgivenEverySeconds;
  if (passed >= FORGOTTEN_AFTER_SECONDS) return 0;
  return every === null ? tries.wrong : Math.max(0, tries.wrong - Math.floor(passed / every));
}

const secondsBetween = (from: Date, to: Date): number => (to.getTime() - from.getTime()) / 1000;

/** Whoever has one IPv6 address has a whole network of them (/64), so the first half counts; IPv4 in IPv6 form is IPv4. */
export function networkOf(address: string): string {
  const plain = address.toLowerCase().replace(/^::ffff:(?=\d+\.)/, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.split('::');
  const groups = head === '' ? [] : head.split(':');
  const rest = tail === undefined || tail === '' ? [] : tail.split(':');
  const filled = [
    ...groups,
    ...Array.from({ length: Math.max(0, 8 - groups.length - rest.length) }, () => '0'),
    ...rest,
  ];
  return filled
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
