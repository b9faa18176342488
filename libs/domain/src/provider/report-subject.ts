import { RuleViolation } from '../rule-violation.js';
import type { ChannelApi } from './platform.js';

/** What a report to Mastodon is about: one account of one instance, with posts of that account. */
export interface MastodonSubject {
  /** Scheme, host and port of the instance: `https://mastodon.example`. */
  readonly instance: string;
  /** The account's name there, without host. */
  readonly account: string;
  /** Ids of posts on that instance, in the order of the notice; empty for a report of the account as a whole. */
  readonly statuses: readonly string[];
}

/** What a report to Bluesky is about: one account, or one record in its repository. */
export interface BlueskySubject {
  /** Handle or DID as the address has it. */
  readonly actor: string;
  /** Null for the account as a whole. */
  readonly record: { readonly collection: string; readonly key: string } | null;
}

interface Located {
  readonly url: string;
}

/** Of how many subjects the addresses are, as this interface counts; one it does not know counts as one of its own. */
export function subjectsOf(api: ChannelApi, items: readonly Located[]): number {
  if (api === 'bluesky') return items.length;
  return new Set(items.map(({ url }) => accountAt(url) ?? url)).size;
}

function accountAt(url: string): string | null {
  const { origin, pathname } = new URL(url);
  const account = MASTODON_PATHS.map((path) => path.exec(pathname)).find((one) => one !== null)?.[1];
  return account === undefined ? null : `${origin}/@${account.toLowerCase()}`;
}

/**
 * The subject of a report to a Mastodon instance, read from the addresses alone. Refuses an address that names no account
 * (`api.address-unclear`), one seen from another instance (`mastodon.seen-elsewhere`: ids count on their own instance
 * only), and several accounts (`api.several-subjects`).
 */
export function mastodonSubject(items: readonly Located[]): MastodonSubject {
  const places = items.map(({ url }, at) => mastodonPlace(url, at + 1));
  const [first] = places;
  if (!first) throw new RuleViolation('api.address-unclear', { item: 1 });
  if (places.some((place) => !isSameAccount(place, first))) throw new RuleViolation('api.several-subjects');
  const { instance, account } = first;
  return { instance, account, statuses: [...new Set(places.flatMap(({ status }) => status ?? []))] };
}

interface MastodonPlace {
  readonly instance: string;
  readonly account: string;
  readonly status: string | null;
}

/** Paths of Mastodon's pages (documentation, Routes): `/@name[/id]` and `/users/name[/statuses/id]`. */
export const MASTODON_PATHS = [
  /^\/@([\w.-]+)(?:@([\w.:-]+))?(?:\/(\d+))?(?:\/(?:embed|with_replies|media|replies))?\/?$/,
  /^\/users\/([\w.-]+)(?:@([\w.:-]+))?(?:\/statuses\/(\d+))?(?:\/activity)?\/?$/,
] as const;

function mastodonPlace(text: string, item: number): MastodonPlace {
  const { origin, pathname } = new URL(text);
  const found = MASTODON_PATHS.map((path) => path.exec(pathname)).find((one) => one !== null);
  if (!found?.[1]) throw new RuleViolation('api.address-unclear', { item });
  if (found[2] !== undefined) throw new RuleViolation('mastodon.seen-elsewhere', { item, host: found[2] });
  return { instance: origin, account: found[1].toLowerCase(), status: found[3] ?? null };
}

const isSameAccount = (one: MastodonPlace, other: MastodonPlace): boolean =>
  one.instance === other.instance && one.account === other.account;

/** Which collection a kind of page shows (lexicons of app.bsky). */
const COLLECTIONS: Readonly<Record<string, string>> = {
  post: 'app.bsky.feed.post',
  feed: 'app.bsky.feed.generator',
  lists: 'app.bsky.graph.list',
};

/** A handle is a host name, a DID begins with `did:` (atproto specifications, Handle and DID). */
const BLUESKY_PATH =
  /^\/profile\/(did:[a-z]+:[\w.:%-]{1,200}|[a-z0-9-]+(?:\.[a-z0-9-]+)+)(?:\/(post|feed|lists)\/([\w.~:-]{1,512}))?\/?$/i;

/** The subject of a report to Bluesky; refuses like that of Mastodon, and more than one address. */
export function blueskySubject(items: readonly Located[]): BlueskySubject {
  if (items.length > 1) throw new RuleViolation('api.several-subjects');
  const found = items[0] && BLUESKY_PATH.exec(new URL(items[0].url).pathname.replace(/%3A/gi, ':'));
  if (!found?.[1]) throw new RuleViolation('api.address-unclear', { item: 1 });
  const [, actor, kind, key] = found;
  if (kind === undefined || key === undefined) return { actor, record: null };
  return { actor, record: { collection: COLLECTIONS[kind.toLowerCase()]!, key } };
}
