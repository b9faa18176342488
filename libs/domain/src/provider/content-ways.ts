import type { ContentType } from '../notice/codes.js';

/** What an address of a platform leads to: a kind of content, or a short link whose end nobody has seen. */
export type LeadsTo = ContentType | 'short-link';

/** A kind of content, and how the canonical path of such an address looks; its first group is the identifier. */
export type ContentWay = readonly [LeadsTo, RegExp];

/** Tube sites write much alike. */
const TUBE_PROFILE: ContentWay = [
  'profile',
  /^\/(?:model|models|pornstar|pornstars|users|profiles|channels|creators|amateurs)\/([^/]+)/,
];
const SEARCH: ContentWay = ['search-result', /^\/(?:search|imgres|images\/search|videos\/search)(?:[/?].*)?$/];
const FACEBOOK_OWN = 'groups|events|marketplace|watch|help|photo|permalink|hashtag|pages|gaming|share|login|search';

/**
 * Per platform how its addresses tell what they lead to, asked in order, on the canonical path and query. The one home of
 * these patterns: a host tells the platform (the register says which), the path tells the kind. General knowledge of how
 * the sites write their addresses, held by `test/fixtures/addresses.json`.
 */
export const CONTENT_WAYS: Readonly<Record<string, readonly ContentWay[]>> = {
  facebook: [
    ['short-link', /^\/share\/(?:[prv]\/)?(\w+)$/],
    ['comment', /[?&](?:reply_)?comment_id=(\w+)/],
    ['post', /^\/permalink\.php\?.*\bstory_fbid=(\w+)/],
    ['image', /^\/photo\?.*\bfbid=(\d+)/],
    ['image', /^\/[^/]+\/photos\/(?:[^/]+\/)?(\d+)/],
    ['video', /^\/watch\?.*\bv=(\d+)/],
    ['video', /^\/(?:reel|[^/]+\/videos(?:\/[^/]+)?)\/(\d+)/],
    ['story', /^\/stories\/(\d+(?:\/[\w=%-]+)?)/],
    ['post', /^\/groups\/[^/]+\/posts\/(\d+)/],
    ['group', /^\/groups\/([^/?]+)/],
    ['post', /^\/(?!groups\/)[^/]+\/posts\/(?:[^/]+\/)?(\w+)/],
    ['other', /^\/events\/(\d+)/],
    ['other', /^\/marketplace\/item\/(\d+)/],
    ['profile', /^\/profile\.php\?id=(\d+)/],
    ['profile', /^\/people\/[^/]+\/(\d+)/],
    ['search-result', /^\/search\//],
    ['profile', new RegExp(String.raw`^/(?!(?:${FACEBOOK_OWN})(?:[/?]|$))([\w.]+)$`)],
  ],
  instagram: [
    ['short-link', /^\/share\/(?:\w+\/)?([\w-]+)$/],
    ['comment', /^\/p\/[\w-]+\/c\/(\d+)/],
    ['post', /^\/(?:[\w.]+\/)?p\/([\w-]+)/],
    ['video', /^\/(?:[\w.]+\/)?(?:reel|tv)\/([\w-]+)/],
    ['story', /^\/stories\/highlights\/(\d+)/],
    ['story', /^\/stories\/[\w.]+\/(\d+)/],
    ['story', /^\/s\/([\w=]+)$/],
    ['other', /^\/(?:explore|reels|accounts|about|direct)(?:\/|$)/],
    ['profile', /^\/(?:stories\/)?([\w.]+)(?:\/(?:reels|tagged))?$/],
  ],
  whatsapp: [
    ['post', /^\/channel\/\w+\/(\d+)/],
    ['profile', /^\/channel\/(\w+)/],
    ['group', /^\/(?:invite\/)?([A-Za-z0-9]{18,24})$/],
    ['profile', /^\/\+?(\d{6,15})$/],
  ],
  tiktok: [
    ['short-link', /^\/t\/(\w+)$/],
    ['video', /^\/@[\w.]*\/video\/(\d+)/],
    ['image', /^\/@[\w.]*\/photo\/(\d+)/],
    ['video', /^\/(@[\w.]+\/live)$/],
    ['story', /^\/@[\w.]+\/story\/(\d+)/],
    ['profile', /^\/@([\w.]+)$/],
    ['search-result', /^\/search(?:\/|\?)/],
  ],
  snapchat: [
    ['short-link', /^\/t\/(\w+)$/],
    ['video', /^\/(?:@[\w.-]+\/)?spotlight\/([\w-]+)/],
    ['story', /^\/(?:p|s|story|discover)\/([\w:%-]+)/],
    ['other', /^\/(?:lens|unlock)(?:\/|$)/],
    ['profile', /^\/@([\w.-]+)$/],
  ],
  x: [
    ['post', /^\/\w+\/status\/(\d+)/],
    ['group', /^\/i\/communities\/(\d+)/],
    ['profile', /^\/i\/user\/(\d+)$/],
    ['search-result', /^\/search\?/],
    ['other', /^\/(?:i|hashtag|home|explore|settings|intent|messages)(?:\/|$)/],
    ['profile', /^\/(\w{1,15})(?:\/(?:with_replies|media|likes))?$/],
  ],
  youtube: [
    ['comment', /[?&]lc=([\w.-]+)/],
    ['post', /^\/post\/([\w-]+)/],
    ['post', /^\/channel\/[\w-]+\/community\?lb=([\w-]+)/],
    ['video', /^\/watch\?.*\bv=([\w-]+)/],
    ['other', /^\/playlist\?list=([\w-]+)/],
    ['search-result', /^\/results\?/],
    ['profile', /^\/(?:@|channel\/|c\/|user\/)([^/?]+)/],
  ],
  'google-search': [SEARCH],
  'google-play': [
    ['comment', /[?&]reviewId=([\w-]+)/],
    ['other', /^\/store\/apps\/details\?id=([\w.]+)/],
    ['profile', /^\/store\/apps\/dev(?:eloper)?\?id=([^&]+)/],
  ],
  'google-maps': [
    ['comment', /^\/maps\/reviews\/(.+)/],
    ['profile', /^\/maps\/contrib\/(\d+)/],
    ['other', /[?&]cid=(\d+)/],
    ['other', /^\/maps\/place\/([^/?]+)/],
  ],
  'google-shopping': [['other', /^\/shopping\/product\/(\d+)/]],
  reddit: [
    ['short-link', /^\/r\/\w+\/s\/(\w+)$/],
    ['comment', /^\/(?:r|u|user)\/[\w-]+\/comments\/\w+\/_\/(\w+)$/],
    ['post', /^\/(?:r|u|user)\/[\w-]+\/comments\/(\w+)/],
    ['post', /^\/(?:comments|gallery)\/(\w+)/],
    ['profile', /^\/u(?:ser)?\/([\w-]+)/],
    ['search-result', /^\/(?:r\/\w+\/)?search(?:\?|$)/],
    ['group', /^\/r\/(\w+)/],
  ],
  telegram: [
    ['comment', /[?&]comment=(\d+)/],
    ['post', /^\/c\/(\d+(?:\/\d+)+)$/],
    ['group', /^\/(?:\+|joinchat\/)([\w-]+)$/],
    ['other', /^\/(?:addstickers|addemoji|share|proxy|boost)(?:\/|$)/],
    ['post', /^\/([A-Za-z]\w+(?:\/\d+)+)$/],
    ['profile', /^\/([A-Za-z]\w+)$/],
  ],
  discord: [
    ['post', /^\/channels\/\d+\/(\d+\/\d+)$/],
    ['group', /^\/channels\/(\d+)(?:\/\d+)?$/],
    ['group', /^\/invite\/([\w-]+)/],
    ['profile', /^\/users\/(\d+)/],
    ['image', /^\/attachments\/(\d+\/\d+)\//],
  ],
  roblox: [
    ['short-link', /^\/share(?:-links)?\?code=(\w+)/],
    ['profile', /^\/users\/(\d+)/],
    ['group', /^\/(?:groups|communities)\/(\d+)/],
    ['other', /^\/(?:games|catalog)\/(\d+)/],
  ],
  pinterest: [
    ['post', /^\/pin\/(?:[^/]+--)?(\d+)/],
    ['search-result', /^\/search\//],
    ['other', /^\/(?:ideas|today)(?:\/|$)/],
    ['profile', /^\/([\w-]+)(?:\/_(?:saved|created))?$/],
    ['other', /^\/([\w-]+\/[^/]+)$/],
  ],
  linkedin: [
    ['comment', /[?&]commentUrn=([^&]+)/],
    ['post', /^\/feed\/update\/urn(?::|%3A)li(?::|%3A)\w+(?::|%3A)(\d+)/],
    ['post', /^\/posts\/(?:.*-)?(?:activity|ugcPost|share)-(\d+)/],
    ['post', /^\/pulse\/([^/]+)/],
    ['group', /^\/groups\/(\d+)/],
    ['profile', /^\/(?:in|company|school|showcase|pub)\/([^/]+)/],
  ],
  twitch: [
    ['video', /^\/videos\/(\d+)/],
    ['video', /^\/clip\/([\w-]+)/],
    ['profile', /^\/(\w+)(?:\/(?:about|videos|clips|schedule))?$/],
  ],
  pornhub: [
    ['video', /^\/view_video\.php\?viewkey=(\w+)/],
    ['video', /^\/shorties\/(\w+)/],
    ['image', /^\/(?:gif|photo|album)\/(\d+)/],
    TUBE_PROFILE,
    ['search-result', /^\/(?:video|gifs|albums)\/search/],
  ],
  xvideos: [['video', /^\/video\.?(\w+)/], TUBE_PROFILE, ['profile', /^\/(?:model-channels)\/([^/]+)/]],
  xnxx: [['video', /^\/video-(\w+)/], ['search-result', /^\/search\//], TUBE_PROFILE],
  xhamster: [['video', /^\/videos\/(?:.*-)?(\w+)$/], ['image', /^\/photos\/(?:gallery\/)?(?:.*-)?(\d+)/], TUBE_PROFILE],
  stripchat: [['profile', /^\/([\w-]+)(?:\/profile)?$/]],
  onlyfans: [
    ['post', /^\/(\d+)\/[\w.-]+$/],
    ['profile', /^\/([\w.-]+)(?:\/media)?$/],
  ],
  bing: [SEARCH],
  amazon: [
    ['comment', /^\/(?:gp\/customer-reviews|review)\/(\w+)/],
    ['other', /^\/dp\/(\w{10})/],
    ['search-result', /^\/s\?k=/],
    ['profile', /^\/(?:gp\/profile|stores)\/([^/]+)/],
  ],
  'app-store': [
    ['other', /^\/app\/(id\d+)/],
    ['profile', /^(?:\/[a-z]{2})?\/developer\/(?:[^/]+\/)?(id\d+)/],
  ],
  shein: [['other', /-p-(\d+)\.html/]],
  temu: [
    ['other', /-g-(\d+)\.html/],
    ['other', /[?&]goods_id=(\d+)/],
  ],
  aliexpress: [
    ['other', /^\/item\/(\d+)\.html/],
    ['profile', /^\/store\/(\d+)/],
  ],
  booking: [['other', /^\/hotel\/([a-z]{2}\/[\w-]+)/]],
  zalando: [['other', /^\/(?:.*-)?([a-z0-9]+-[a-z0-9]+)\.html$/i]],
  wikipedia: [
    ['profile', /^\/wiki\/(?:User|Gebruiker|Benutzer):([^/]+)$/],
    ['other', /^\/wiki\/(.+)/],
    ['other', /^\/w\/index\.php\?.*\b(?:title|oldid|diff)=([^&]+)/],
  ],
  bluesky: [
    ['post', /^\/profile\/([^/]+\/post\/\w+)/],
    ['other', /^\/profile\/([^/]+\/(?:feed|lists)\/\w+)/],
    ['search-result', /^\/search\?/],
    ['profile', /^\/profile\/([^/]+)$/],
  ],
  mastodon: [
    ['post', /^\/@[\w.@-]+\/(\d+)/],
    ['post', /^\/users\/\w+\/statuses\/(\d+)/],
    ['profile', /^\/(?:@|users\/)([\w.@-]+)/],
  ],
  dumpert: [
    ['video', /^\/item\/(\w+)/],
    ['video', /[?&]selectedId=(\w+)/],
  ],
  fok: [
    ['post', /^\/topic\/(\d+)/],
    ['profile', /^\/user\/profile\/(\d+)/],
  ],
  marktplaats: [
    ['post', /^\/v\/(?:.*\/)?([am]\d+)/],
    ['profile', /^\/u\/[^/]+\/(\d+)/],
  ],
  practice: [['post', /^\/posts\/([\w-]+)/]],
};

/** Hosts that lead on to somewhere else; where to is never asked, for that would tell somebody that we look. */
export const SHORT_HOSTS: ReadonlySet<string> = new Set(
  `t.co bit.ly bitly.com tinyurl.com tiny.cc ow.ly buff.ly is.gd v.gd goo.gl g.co rb.gy rebrand.ly cutt.ly shorturl.at t.ly
   s.id dlvr.it trib.al lnkd.in fb.me fb.watch instagr.am redd.it pin.it vm.tiktok.com vt.tiktok.com maps.app.goo.gl
   search.app.goo.gl go.bsky.app a.co amzn.to amzn.eu apple.co ift.tt qr.ae youtube.app.goo.gl onl.sc shrtco.de`.split(
    /\s+/,
  ),
);
