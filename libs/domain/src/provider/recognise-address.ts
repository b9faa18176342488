import { canonicalOf, hostOf, parseWebAddress, unwrapped } from '../notice/canonical-url.js';
import type { ContentType } from '../notice/codes.js';
import { CONTENT_WAYS, SHORT_HOSTS } from './content-ways.js';
import { isPrivateHost } from './private-host.js';
import { LookAlikes, numbered, type LookAlike } from './recognise-look-alike.js';
import { claimedBy, KnownHosts, type KnownPattern, type RecognisablePlatform } from './recognise-platform.js';

/** Browsers and platforms stop at about this many characters; whatever is longer is no address a person opened. */
export const LONGEST_ADDRESS = 4_000;

/** What an address turned out to be. `canonical` is its form for comparing, see `canonicalOf`. */
export type Recognition =
  | {
      readonly is: 'ok';
      readonly platform: string;
      readonly contentType: ContentType;
      /** What the platform calls it: a number, a code, a user name; empty where the address tells none. */
      readonly identifier: string;
      readonly canonical: string;
    }
  /** Leads on to elsewhere; `platform` where it can only lead there. */
  | { readonly is: 'short-link'; readonly platform: string | null; readonly canonical: string }
  | ({ readonly is: 'look-alike'; readonly host: string; readonly canonical: string } & LookAlike)
  | { readonly is: 'unknown-platform'; readonly host: string; readonly canonical: string }
  | Refusal;

/** Why an address cannot be kept. */
export type Refusal =
  | { readonly is: 'not-http' }
  | { readonly is: 'private-address'; readonly host: string }
  | { readonly is: 'invisible-character'; readonly characters: readonly string[] }
  | { readonly is: 'too-long'; readonly length: number; readonly most: number };

const REFUSALS: readonly string[] = ['not-http', 'private-address', 'invisible-character', 'too-long'];

/** Whether such an address can stand in a notice. */
export const isRefusal = (recognition: { readonly is: string }): recognition is Refusal =>
  REFUSALS.includes(recognition.is);

/** Characters nobody sees or that turn the reading direction: controls, format signs, fillers, odd spaces. */
const UNSEEN =
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u00a0\u115f\u1160\u2000-\u200a\u202f\u205f\u2800\u3000\u3164\p{Variation_Selector}\uffa0]/gu;

/** What a host is, whatever stands before or behind it in an address. */
interface HostStanding {
  readonly host: string;
  readonly claims: readonly KnownPattern[];
  readonly isShort: boolean;
  readonly isPrivate: boolean;
  /** What it pretends at the usual port, with no user name before it. */
  readonly alike: LookAlike | null;
}

/** So many hosts are remembered; enough for any list that people paste. */
const MOST_HOSTS = 2_000;

/** Tells of addresses what they are, by the hosts of the register and the ways platforms write their addresses. */
export class Recogniser {
  private readonly known: KnownHosts;
  private readonly lookAlikes: LookAlikes;
  private readonly hosts = new Map<string, HostStanding>();

  constructor(platforms: readonly RecognisablePlatform[]) {
    this.known = new KnownHosts(platforms);
    this.lookAlikes = new LookAlikes(this.known);
  }

  recognise(text: string): Recognition {
    const typed = text.trim();
    if (typed.length > LONGEST_ADDRESS) return { is: 'too-long', length: typed.length, most: LONGEST_ADDRESS };
    const unseen = /^[\x21-\x7e]*$/.test(typed) ? null : typed.match(UNSEEN);
    if (unseen) return { is: 'invisible-character', characters: [...new Set(unseen)].map(numbered) };
    const url = parseWebAddress(unwrapped(typed));
    return url ? this.place(url) : { is: 'not-http' };
  }

  private place(url: URL): Recognition {
    const { hostname, port, pathname, search } = url;
    const parts = { hostname, port, pathname, search };
    const { host, claims, isShort, isPrivate, alike: alone } = this.hosts.get(hostname) ?? this.meet(hostname);
    const platform = claimedBy(claims, parts);
    if (platform === null && isPrivate) return { is: 'private-address', host };
    const canonical = canonicalOf(parts);
    if (isShort) return { is: 'short-link', platform, canonical };
    if (platform !== null) return content(platform, canonical);
    const { username } = url;
    const alike = port === '' && username === '' ? alone : this.lookAlikes.of({ host, port, username });
    return alike ? { is: 'look-alike', host, canonical, ...alike } : { is: 'unknown-platform', host, canonical };
  }

  /** Looks at a host and remembers what it is: of many pasted addresses most are on a few hosts. */
  private meet(hostname: string): HostStanding {
    const host = hostOf(hostname);
    const standing = {
      ...{ host, claims: this.known.claimsOn(host), isShort: SHORT_HOSTS.has(host), isPrivate: isPrivateHost(host) },
      alike: this.lookAlikes.of({ host, port: '', username: '' }),
    };
    if (this.hosts.size >= MOST_HOSTS) this.hosts.clear();
    this.hosts.set(hostname, standing);
    return standing;
  }
}

function content(platform: string, canonical: string): Recognition {
  const slash = canonical.indexOf('/');
  const after = slash < 0 ? canonical.indexOf('?') : slash;
  const path = after < 0 ? '/' : canonical.slice(after);
  for (const [leadsTo, way] of CONTENT_WAYS[platform] ?? []) {
    const found = way.exec(path);
    if (!found) continue;
    if (leadsTo === 'short-link') return { is: 'short-link', platform, canonical };
    return { is: 'ok', platform, contentType: leadsTo, identifier: found[1] ?? '', canonical };
  }
  return { is: 'ok', platform, contentType: 'other', identifier: '', canonical };
}
