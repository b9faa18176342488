/** How the addresses of one site are written as one: its hosts, the parameters that matter, and paths that mean the same. */
export interface SiteSpelling {
  /** The host its pages are written with. */
  readonly host: string;
  /** Other hosts of the same pages: mirrors and countries. */
  readonly also?: readonly string[];
  /** What may stand before any of these hosts without changing the page; other subdomains are other sites. */
  readonly before?: RegExp;
  /** Parameters that say which page it is; all others are left out. */
  readonly keeps: readonly string[];
  /** Ways to write one page, on path and query together, asked in order; `$1` as in `String.replace`. */
  readonly same?: ReadonlyArray<readonly [RegExp, string]>;
}

/** Standing before any host, of a site that is known or not. */
export const BEFORE_ANY = /^(?:www\d?|m|mobile|nl-nl|web)$/;
const LANGUAGE = /^(?:www\d?|m|mobile|web|[a-z]{2}(?:-[a-z]{2})?)$/;
const COUNTRIES = 'at be bg ch cy cz de dk ee es fi fr gr hr hu ie is it li lt lu lv mt nl no pl pt ro se si sk'.split(
  ' ',
);
const inEach = (name: string): string[] => COUNTRIES.map((country) => `${name}.${country}`);

/** Google keeps `co.uk` and `com.xx` beside plain country codes. */
const GOOGLE = [...inEach('google'), 'google.co.uk', 'google.com.cy', 'google.com.mt', 'google.com.tr'];
const PINTEREST = [...inEach('pinterest'), 'pinterest.co.uk', 'pinterest.com.au'];

/** The sites whose spellings are known, one row each; a site that is not here drops only what tracks a visitor. */
export const SITE_SPELLINGS: readonly SiteSpelling[] = [
  {
    ...{ host: 'facebook.com', also: ['fb.com'], before: /^(?:www|m|mbasic|touch|web|mobile|[a-z]{2}-[a-z]{2})$/ },
    keeps: ['v', 'story_fbid', 'id', 'fbid', 'comment_id', 'reply_comment_id', 'multi_permalinks', 'q'],
    same: [
      [/^\/story\.php\?/, '/permalink.php?'],
      [/^\/photo(?:\.php)?\?/, '/photo?'],
      [/^\/watch\/live\?/, '/watch?'],
      [/^\/groups\/([^/?]+)\?multi_permalinks=(\d+)$/, '/groups/$1/posts/$2'],
      [/^\/groups\/([^/]+)\/permalink\/(\d+)/, '/groups/$1/posts/$2'],
    ],
  },
  {
    ...{ host: 'instagram.com', also: ['instagr.am'], keeps: [], same: [[/^\/reels\/(?=[^/]+$)/, '/reel/']] },
  },
  { host: 'whatsapp.com', keeps: [] },
  {
    ...{ host: 'tiktok.com', keeps: ['q'] },
    same: [[/^\/(?:v|embed|embed\/v2|player\/v1)\/(\d+)(?:\.html)?$/, '/@/video/$1']],
  },
  { host: 'snapchat.com', keeps: [], same: [[/^\/add\/(?=[^/]+$)/, '/@']] },
  {
    ...{ host: 'x.com', also: ['twitter.com'], keeps: ['q'] },
    same: [[/^\/([^/]+)(?:\/web)?\/status(?:es)?\/(\d+)(?:\/.*)?$/, '/$1/status/$2']],
  },
  {
    ...{ host: 'youtube.com', also: ['youtube-nocookie.com'], before: /^(?:www|m|music|gaming)$/ },
    keeps: ['v', 'list', 'lc', 'lb', 'search_query'],
    same: [[/^\/(?:shorts|live|embed|v|e)\/([\w-]{11})(?:\?(?:list=[^&]*)?)?$/, '/watch?v=$1']],
  },
  { host: 'google.com', also: GOOGLE, before: /^(?:www|m)$/, keeps: ['q', 'tbm', 'udm', 'imgurl', 'imgrefurl', 'cid'] },
  { host: 'maps.google.com', also: GOOGLE.map((host) => `maps.${host}`), keeps: ['q', 'cid', 'll'] },
  { host: 'play.google.com', keeps: ['id', 'reviewId'] },
  {
    ...{ host: 'reddit.com', before: /^(?:www|old|new|np|m|i|amp|sh|[a-z]{2})$/, keeps: ['q'] },
    same: [
      [/^\/user\/(?=[^/]+$)/, '/u/'],
      [/^(\/(?:r|u|user)\/[^/]+\/comments\/\w+)\/comment\/(\w+).*$/, '$1/_/$2'],
      [/^(\/(?:r|u|user)\/[^/]+\/comments\/\w+)\/[^/]+\/(\w+)$/, '$1/_/$2'],
      [/^(\/(?:r|u|user)\/[^/]+\/comments\/\w+)\/[^/]+$/, '$1'],
    ],
  },
  {
    ...{ host: 't.me', also: ['telegram.me', 'telegram.dog'], keeps: ['comment'] },
    same: [[/^\/s\/(?=[^/]+(?:\/\d+)?$)/, '/']],
  },
  { host: 'discord.com', also: ['discordapp.com'], before: /^(?:www|ptb|canary)$/, keeps: [] },
  {
    ...{ host: 'roblox.com', before: LANGUAGE, keeps: ['code'] },
    same: [
      [/^\/[a-z]{2}(?:-[a-z]{2})?\/(?=(?:users|games|groups|communities|catalog)\/)/, '/'],
      [/^\/(games|groups|communities|catalog)\/(\d+)(?:\/.*)?$/, '/$1/$2'],
    ],
  },
  { host: 'pinterest.com', also: PINTEREST, before: LANGUAGE, keeps: ['q'] },
  { host: 'linkedin.com', before: LANGUAGE, keeps: ['commentUrn'] },
  {
    ...{ host: 'twitch.tv', keeps: [] },
    same: [
      [/^\/[^/]+\/v(?:ideo)?\/(\d+)$/, '/videos/$1'],
      [/^\/[^/]+\/clip\/([\w-]+)$/, '/clip/$1'],
    ],
  },
  {
    ...{ host: 'pornhub.com', also: ['pornhub.org'], before: LANGUAGE, keeps: ['viewkey'] },
    same: [[/^\/embed\/(\w+)$/, '/view_video.php?viewkey=$1']],
  },
  { host: 'xvideos.com', before: LANGUAGE, keeps: [], same: [[/^\/(video\.?\w+)\/.+$/, '/$1']] },
  { host: 'xnxx.com', before: LANGUAGE, keeps: [], same: [[/^\/(video-\w+)\/.+$/, '/$1']] },
  { host: 'xhamster.com', before: LANGUAGE, keeps: [] },
  { host: 'stripchat.com', before: LANGUAGE, keeps: [] },
  { host: 'onlyfans.com', keeps: [] },
  { host: 'bing.com', keeps: ['q', 'mediaurl'] },
  ...['com', 'nl', 'de', 'fr', 'com.be'].map((country): SiteSpelling => ({
    ...{ host: `amazon.${country}`, before: /^(?:www|m|smile)$/, keeps: ['k'] },
    same: [
      [/^\/gp\/customer-reviews\/(\w+).*$/, '/review/$1'],
      [/^\/(?:[^/]+\/)?(?:dp|gp\/product|gp\/aw\/d)\/(\w{10})(?:[/?].*)?$/, '/dp/$1'],
    ],
  })),
  {
    ...{ host: 'apps.apple.com', also: ['itunes.apple.com'], keeps: [] },
    same: [[/^(?:\/[a-z]{2})?\/app\/(?:[^/]+\/)?(id\d+)$/, '/app/$1']],
  },
  { host: 'shein.com', before: LANGUAGE, keeps: [], same: [[/^\/.*-p-(\d+)\.html$/, '/-p-$1.html']] },
  { host: 'temu.com', before: LANGUAGE, keeps: ['goods_id'] },
  { host: 'aliexpress.com', before: LANGUAGE, keeps: [] },
  { host: 'booking.com', keeps: [] },
  { host: 'bsky.app', keeps: ['q'] },
  { host: 'dumpert.nl', keeps: ['selectedId'] },
  { host: 'marktplaats.nl', before: /^(?:www|m|link)$/, keeps: [] },
];

interface SpelledHost {
  readonly host: string;
  readonly site: SiteSpelling | null;
  /** Fits whatever one of the site's `same` may rewrite, so that most paths are looked at once; null where none does. */
  readonly rewrites: RegExp | null;
}

const rewritesOf = ({ same = [] }: SiteSpelling): RegExp | null =>
  same.length === 0 ? null : new RegExp(same.map(([way]) => way.source).join('|'));

/** A site by each of its hosts, and by what most often stands before them. */
const BY_HOST: ReadonlyMap<string, SpelledHost> = new Map(
  SITE_SPELLINGS.flatMap((site) => {
    const spelled = { host: site.host, site, rewrites: rewritesOf(site) };
    return [site.host, ...(site.also ?? [])].flatMap((host) =>
      ['', 'www.', 'm.'].map((before) => [before + host, spelled] as const),
    );
  }),
);

/** The site a host belongs to, and the host its pages are written with; a host that is not known stays as it is. */
export function siteOf(host: string): SpelledHost {
  const exact = BY_HOST.get(host);
  if (exact) return exact;
  const dot = host.indexOf('.');
  const [first, rest] = [host.slice(0, dot), host.slice(dot + 1)];
  const spelled = BY_HOST.get(rest);
  if (spelled && (spelled.site?.before ?? BEFORE_ANY).test(first)) return spelled;
  if (BEFORE_ANY.test(first) && rest.includes('.')) return siteOf(rest);
  return { host, site: null, rewrites: null };
}

/** Hosts whose whole path is the name of one page elsewhere: what stands before that name there. */
export const NAMED_BY_PATH: ReadonlyMap<string, string> = new Map([
  ['youtu.be', 'youtube.com/watch?v='],
  ['discord.gg', 'discord.com/invite/'],
  ['wa.me', 'whatsapp.com/'],
  ['redd.it', 'reddit.com/comments/'],
  ['clips.twitch.tv', 'twitch.tv/clip/'],
  ['www.youtu.be', 'youtube.com/watch?v='],
  ['www.discord.gg', 'discord.com/invite/'],
]);
