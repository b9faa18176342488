import { joined, said, saidWith } from '../said.js';
import type { Cue } from './cue.js';

/** Names of places stand as PLACE (places.ts), so that one pattern serves every country. */
const WHERE_EN = joined`
  (?:in:?|within|from|for|across|inside|for users in|to users located in|for users located in|users located in
  |for visitors from|to users in|for viewers in|for people in|by users in
  |based in) (?:the )?(?:territory of )?(?:following (?:countries|territories|jurisdictions|regions)
  |relevant (?:jurisdiction|country|region)|certain (?:countries|jurisdictions|regions)|that (?:country
  |jurisdiction|region|territory)|this (?:country|jurisdiction|region)|your (?:country|region|jurisdiction
  |location)|specified (?:countries|country)|PLACE)
`;
const WHERE_NL = joined`
  (?:in|binnen|vanuit|voor|voor gebruikers in|voor bezoekers uit|voor gebruikers uit
  |voor bezoekers in) (?:de |het |heel )?(?:volgende landen|betreffende (?:land|landen|regio|rechtsgebied)
  |bepaalde landen|uw (?:land|regio)|dit (?:land|rechtsgebied)|jouw land|PLACE)
`;
const HIDE_EN = joined`
  (?:withheld|withhold|restrict(?:ed|ing)?|block(?:ed|ing)?|geo-?(?:block|restrict|fenc)(?:ed|ing)?|disabl(?:ed
  |ing)|unavailable|inaccessible|not (?:be )?(?:\w+ )?(?:available|accessible|visible|viewable|viewed|accessed
  |see|view|access)|no longer (?:be )?(?:\w+ )?(?:available|accessible|visible|viewable|see|view|access|shown
  |displayed)|remov(?:ed|ing) access|limit(?:ed|ing)|made (?:\w+ ){0,4}?(?:unavailable|inaccessible)|suppressed
  |hidden)
`;
const HIDE_NL = joined`
  (?:geblokkeerd|beperkt|ontoegankelijk|onbereikbaar|onzichtbaar|afgeschermd|uitgeschakeld|achtergehouden
  |niet (?:meer |langer )?(?:\w+ )?(?:beschikbaar|toegankelijk|zichtbaar|te zien|te bekijken|bereikbaar|zien))
`;

/** "illegal in the Netherlands" says why, not where it was hidden. */
const ILLEGAL_THERE = saidWith('i')`
    \b(?:illegal|unlawful|prohibited|law|laws|punishable|offence|team|authorit\w+|flaggers?|organi[sz]ation
    |designated|registered|established|office|protected|strafbaar|verboden|onrechtmatig|wet|wetgeving|recht
    |gevestigd|aangewezen|flagger) (?:under \w+ \w+ )?(?:in|within|binnen|for|across) (?:the |de )?place\b
  `;

export const DELISTED: readonly Cue[] = [
  {
    verdict: 'delisted',
    rule: 'taken out of search results (en)',
    pattern: said`
      \b(?:delisted|de-listed|de-?indexed|deindexed|removed from (?:the |our |its )?(?:\w+ )?(?:index
      |search(?: index| engine)?|search results?))\b|\b(?:removed|blocked|removal|remove|taken out|excluded
      |suppressed|hidden|filtered
      |delist\w*)\b.{0,80}\bfrom (?:the |our |appearing in |showing in |being shown in |displaying in |all )?(?:\w+ ){0,4}?(?:search (?:results?
      |engine|index)|index)\b|\bno longer (?:\w+ ){0,2}(?:appear|show|be shown|be displayed|appearing|showing
      |be returned|returned|displayed) (?:\w+ ){0,3}(?:in|on|among) (?:\w+ ){0,4}(?:search|results?)\b
      |\bnot (?:\w+ )?(?:appear|show|be shown|be returned) in (?:\w+ ){0,3}(?:search|results)
    `,
  },
  {
    verdict: 'delisted',
    rule: 'taken out of search results (nl)',
    pattern: said`
      \bzoekresulta(?:at|ten)\b.{0,80}\b(?:verwijderd|gehaald|geblokkeerd|weggehaald|verborgen)|\b(?:verwijderd
      |gehaald|geblokkeerd|niet meer|niet langer|weggehaald)\b.{0,60}\b(?:zoekresulta(?:at|ten)|zoekindex
      |zoekmachine)|\bgedeïndexeerd\b
    `,
  },
];

export const GEO: readonly Cue[] = [
  {
    verdict: 'removed-geo',
    rule: 'not visible in some countries (en)',
    pattern: new RegExp(String.raw`\b${HIDE_EN}\b.{0,80}?\b${WHERE_EN}\b`),
    unless: ILLEGAL_THERE,
  },
  {
    verdict: 'removed-geo',
    rule: 'removed in some countries',
    pattern: said`
      \b(?:removed|taken down) (?:\w+ ){0,2}${WHERE_EN}\b|\bverwijderd ${WHERE_NL}\b|\b(?:alleen
      |uitsluitend) ${WHERE_NL}.{0,30}\bverwijderd\b
    `,
    unless: ILLEGAL_THERE,
  },
  {
    verdict: 'removed-geo',
    rule: 'in some countries: not visible (en)',
    pattern: said`
      \b(?:users|visitors|viewers|people|anyone|accounts?) (?:\w+ ){0,2}${WHERE_EN}.{0,60}\b(?:can not|will not
      |no longer|unable|prevented|blocked)|\b(?:in|within) (?:the )?PLACE\b.{0,30}\b(?:access|content|it|post
      |video|page|url|urls|item|visibility)\b.{0,30}\b(?:has been|was|is|are|have been
      |were) (?:\w+ )?(?:restricted|blocked|disabled|withheld|removed|unavailable|no longer (?:available
      |visible|accessible))
    `,
  },
  {
    verdict: 'removed-geo',
    rule: 'geo-blocked (en)',
    pattern: said`
      \b(?:geo-?block(?:ed|ing)?|geo-?restrict(?:ed|ion)|geographically (?:restricted|blocked)
      |country[- ]withheld|blocked (?:\w+ ){0,6}(?:country|local) (?:sites?|domains?|versions?|services?)
      |locally (?:restricted|withheld|blocked))\b
    `,
  },
  {
    verdict: 'removed-geo',
    rule: 'not visible in some countries (nl)',
    pattern: said`
      \b${HIDE_NL}\b.{0,60}?\b${WHERE_NL}\b|\b${WHERE_NL}\b.{0,80}?\b${HIDE_NL}\b|\bge(?:o
      |ografisch) ?-?(?:geblokkeerd|beperkt|blokkade)
    `,
    unless: ILLEGAL_THERE,
  },
];
