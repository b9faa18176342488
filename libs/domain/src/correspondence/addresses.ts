import { canonicalUrl, parseWebAddress, refanged, unwrapped } from '../notice/canonical-url.js';
import { saidWith } from './said.js';

const ADDRESS = /\b(?:https?|hxxps?):\/\/[^\s<>"'`|\\^{}]{3,2000}/gi;
/** Pages about the platform itself, which no decision is about. */
const ABOUT_ITSELF = saidWith('i')`
    (?:^|\.)(?:help|support|legal|policies|policy|privacy|about|status|feedback|surveys?|transparency|safety
    |helpcenter|helpdesk|servicedesk|unsubscribe|preferences|account|accounts|login|appeals?)\.|\/(?:help
    |support|hc|policies|policy|legal|terms|tos|guidelines|community-?guidelines|community-?standards|privacy
    |appeals?|unsubscribe|preferences|settings|contact|faq|transparency|safety|survey|feedback|report(?:s|ing)?
    |tickets?|requests?|cases?|complaints?|dsa|csat|rate|rating|voorwaarden|huisregels|klachten|about
    |portal)(?:[/?#.]|$)
  `;

/** The web addresses in a text, in order, unwrapped, without the punctuation that followed them. */
export function addressesIn(text: string): string[] {
  if (!text.includes('//')) return [];
  const found = [...refanged(text).matchAll(ADDRESS)].map(([address]) => unwrapped(withoutTail(address)));
  return [...new Set(found)].filter((address) => parseWebAddress(address) !== null);
}

function withoutTail(address: string): string {
  const trimmed = address.replace(/[.,;:!?'"»”’*]{1,10}$/, '');
  return /\($/.test(trimmed) || (/\)$/.test(trimmed) && !trimmed.includes('(')) ? trimmed.slice(0, -1) : trimmed;
}

/** Which addresses of a mail may be content that was reported, and how they are to be written. */
export class KnownAddresses {
  private readonly byCanonical: ReadonlyMap<string, string>;
  private readonly hosts: ReadonlySet<string>;

  constructor(urls: readonly string[]) {
    this.byCanonical = new Map(urls.map((url) => [canonicalUrl(url), url]));
    this.hosts = new Set([...this.byCanonical.keys()].map((canonical) => canonical.split('/')[0] ?? ''));
  }

  /** As given by us when it is the same page, else as in the mail; null when it cannot be reported content. */
  contentAddress(url: string): string | null {
    if (parseWebAddress(url) === null) return null;
    const canonical = canonicalUrl(url);
    const known = this.byCanonical.get(canonical);
    if (known !== undefined) return known;
    if (this.byCanonical.size > 0 && !this.hosts.has(canonical.split('/')[0] ?? '')) return null;
    const [, ...path] = canonical.split('/');
    return ABOUT_ITSELF.test(url) || path.length === 0 ? null : url;
  }
}
