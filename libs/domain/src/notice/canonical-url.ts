import { said, saidWith } from '../correspondence/said.js';

/** Parameters that say where a visitor came from, never what the page is. */
const TRACKING = saidWith('i')`
    ^(?:utm_\w+|fbclid|gclid|dclid|msclkid|igsh(?:id)?|mibextid|ref_?src|ref_?url|si|feature|_t|_r|share_id
    |share_link_id|is_from_webapp|sender_device|web_id|mc_[ce]id|ved|usg|sa|source|trk|xmt|rdid|locale|hl|lang)$
  `;
const MIRRORS: Readonly<Record<string, string>> = {
  'twitter.com': 'x.com',
  'youtu.be': 'youtube.com',
  'fb.com': 'facebook.com',
  'old.reddit.com': 'reddit.com',
  'instagr.am': 'instagram.com',
};
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
      |url|urls|out|away|lnk|mail|linkprotect|protect)[\w-]*\.
    `,
    ['url', 'u', 'q', 'redirect', 'redirect_url', 'target', 'destination', 'dest', 'link', 'to', 'a', 'r'],
  ],
];
const REDIRECT_PATH = /^\/(?:url|l\.php|redirect|redir|linkfilter|out|away|click|track|safelink|link)\b/i;

/** Undoes what people do so that an address cannot be clicked: `hxxps://x[.]nl` → `https://x.nl`. */
export const refanged = (text: string): string =>
  text
    .replace(/\bhxxp(s?):/gi, 'http$1:')
    .replace(/\[\.\]|\(\.\)|\[dot\]/gi, '.')
    .replace(/\[:\]/g, ':');

/** A http(s) address, or null when the text is none. */
export function parseWebAddress(text: string): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url && /^https?:$/.test(url.protocol) ? url : null;
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
 * the final slash do not count, known mirrors are one host. A text that is no http(s) address stays as it is.
 */
export function canonicalUrl(text: string): string {
  const url = parseWebAddress(unwrapped(text));
  if (!url) return text.trim();
  const bare = url.hostname
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^(?:www\d?|m|mobile|nl-nl|web)\./, '');
  const host = MIRRORS[bare] ?? bare;
  const [path, extra] =
    bare === 'youtu.be' ? ['/watch', [['v', url.pathname.slice(1)]] as [string, string][]] : [url.pathname, []];
  const kept = [...extra, ...url.searchParams]
    .filter(([name]) => !TRACKING.test(name))
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const query = kept.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&');
  const port = url.port === '' ? '' : `:${url.port}`;
  const plainPath = encodeURI(safeDecode(path))
    .replace(/\/{2,}/g, '/')
    .replace(/\/$/, '');
  return `${host}${port}${plainPath}${query === '' ? '' : `?${query}`}`;
}
