import { said, saidWith } from '../correspondence/said.js';
import { NAMED_BY_PATH, siteOf, type SiteSpelling } from './site-spellings.js';

/** Parameters that say where a visitor came from, never what the page is. */
const TRACKING = saidWith('i')`
    ^(?:utm_\w+|fbclid|gclid|dclid|msclkid|igsh(?:id)?|mibextid|ref_?src|ref_?url|si|feature|_t|_r|share_id
    |share_link_id|is_from_webapp|sender_device|web_id|mc_[ce]id|ved|usg|sa|source|trk|xmt|rdid|locale|hl|lang)$
  `;
/** Redirectors of mail systems and platforms, with the parameter that holds the real address. */
const REDIRECTORS: ReadonlyArray<readonly [RegExp, readonly string[]]> = [
  [/(?:^|\.)safelinks\.protection\.outlook\.com$/, ['url']],
  [/^(?:l|lm|out)\.(?:facebook|instagram|reddit|messenger)\.com$/, ['u', 'url']],
  [/(?:^|\.)google\.[a-z.]{2,6}$/, ['url', 'q']],
  [/(?:^|\.)youtube\.com$/, ['q']],
  [/(?:^|\.)proofpoint\.com$/, ['u']],
  [
    said`
      ^(?:click|clicks|link|links|track|tracking|trk|email|e-mail|em|go|r|t|e|redirect|redir|ablink|mandrillapp
      |url|urls|out|away|lnk|mail|linkprotect|protect)(?:\d*|[-_][\w-]*)\.
    `,
    ['url', 'u', 'q', 'redirect', 'redirect_url', 'target', 'destination', 'dest', 'link', 'to', 'a', 'r'],
  ],
];
const REDIRECT_PATH = /^\/(?:url|l\.php|redirect|redir|linkfilter|out|away|click|track|safelink|link)\b/i;

/** Undoes what people do so that an address cannot be clicked: `hxxps://x[.]nl` → `https://x.nl`. */
export const refanged = (text: string): string => (isDefanged(text) ? clickable(text) : text);

const isDefanged = (text: string): boolean => text.includes('[') || text.includes('(') || /hxxp/i.test(text);

const clickable = (text: string): string =>
  text
    .replace(/\bhxxp(s?):/gi, 'http$1:')
    .replace(/\[\.\]|\(\.\)|\[dot\]/gi, '.')
    .replace(/\[:\]/g, ':');

/** A http(s) address, or null when the text is none. */
export function parseWebAddress(text: string): URL | null {
  if (!/^\s*https?:/i.test(text)) return null;
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

/** The address a tracking link leads to, unwrapped at most four times; any other address as it was. */
export function unwrapped(text: string): string {
  let current = refanged(text.trim());
  for (let times = 0; times < 4; times += 1) {
    const inner = innerAddress(current);
    if (inner === null) return current;
    current = inner;
  }
  return current;
}

function innerAddress(text: string): string | null {
  if (!text.includes('http', 8) && !text.includes('HTTP', 8)) return null; // no address stands within it
  const url = parseWebAddress(text);
  if (!url) return null;
  const defended = /\/v3\/__(https?:.{1,2000}?)__;/.exec(text);
  if (defended?.[1] && /(?:^|\.)urldefense\.(?:com|us)$/.test(url.hostname))
    return defended[1].replace(/^(https?:\/)([^/])/, '$1/$2');
  const redirector = REDIRECTORS.find(([host]) => host.test(url.hostname));
  if (!redirector) return null;
  if (/google|youtube/.test(redirector[0].source) && !REDIRECT_PATH.test(url.pathname)) return null;
  for (const name of redirector[1]) {
    const found = addressIn(url.searchParams.get(name) ?? '', /proofpoint/.test(url.hostname));
    if (found !== null) return found;
  }
  return null;
}

function addressIn(value: string, proofpoint: boolean): string | null {
  const text = proofpoint ? safeDecode(value.replaceAll('_', '/').replace(/-([0-9A-F]{2})/g, '%$1')) : value;
  if (/^https?:\/\//i.test(text)) return text;
  if (/^https?%3a/i.test(text)) return safeDecode(text);
  return null;
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * One spelling per page, so that two addresses can be compared: scheme, `www.`/`m.`, fragment, tracking parameters and
 * the final slash do not count; of a known site neither do its mirrors, countries and other ways to write the page. A
 * text that is no http(s) address stays as it is.
 */
export function canonicalUrl(text: string): string {
  const url = parseWebAddress(unwrapped(text));
  return url ? canonicalOf(url) : text.trim();
}

/** The parts of an address that say which page it is; a `URL` has them, and reading them once is cheaper. */
export interface AddressParts {
  readonly hostname: string;
  readonly port: string;
  readonly pathname: string;
  readonly search: string;
}

/** The host of an address; the dot that may end any host name says nothing. */
export const hostOf = (hostname: string): string => (hostname.endsWith('.') ? hostname.slice(0, -1) : hostname);

/** The same of an address that is taken apart already. */
export function canonicalOf({ hostname, port, pathname, search }: AddressParts): string {
  const bare = hostOf(hostname);
  const named = NAMED_BY_PATH.get(bare);
  if (named !== undefined) return named + plainPath(pathname).slice(1);
  const { host, site, rewrites } = siteOf(bare);
  let rest = plainPath(pathname);
  if (search !== '' && site?.keeps.length !== 0) rest += queryOf(search, site);
  if (rewrites?.test(rest)) for (const [way, one] of site!.same!) rest = rest.replace(way, one);
  return port === '' ? host + rest : `${host}:${port}${rest}`;
}

/** Letters that stand in a path as they are, whatever was done to it. */
const PLAIN = /^[\w\-./@~!$&'()*+,;=:]*$/;

function plainPath(path: string): string {
  const plain = PLAIN.test(path) ? path : encodeURI(safeDecode(path));
  const single = plain.includes('//') ? plain.replace(/\/{2,}/g, '/') : plain;
  return single.endsWith('/') ? single.slice(0, -1) : single;
}

function queryOf(search: string, site: SiteSpelling | null): string {
  if (!search.includes('&')) {
    const only = keptParameter(search.slice(1), site);
    return only === null ? '' : `?${only.text}`;
  }
  const given = search.slice(1).split('&');
  const kept = given.map((one) => keptParameter(one, site)).filter((one) => one !== null);
  if (kept.length > 1) kept.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return kept.length === 0 ? '' : `?${kept.map(({ text }) => text).join('&')}`;
}

/** A parameter that says which page it is, in one spelling; null for one that does not. */
function keptParameter(given: string, site: SiteSpelling | null): { name: string; text: string } | null {
  const equals = given.indexOf('=');
  const name = decoded(equals < 0 ? given : given.slice(0, equals));
  if (given === '' || !(site ? site.keeps.includes(name) : !TRACKING.test(name))) return null;
  return { name, text: `${encoded(name)}=${equals < 0 ? '' : encoded(decoded(given.slice(equals + 1)))}` };
}

/** As forms write: a plus is a space. */
const decoded = (text: string): string =>
  text.includes('%') || text.includes('+') ? safeDecode(text.replaceAll('+', ' ')) : text;

const encoded = (text: string): string => (/^[\w.~-]*$/.test(text) ? text : encodeURIComponent(text));
