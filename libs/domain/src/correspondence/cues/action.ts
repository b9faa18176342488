import { THING, type Cue } from './cue.js';

const WHERE_EN = String.raw`(?:in:?|within|from|for|across|inside|for users in|to users located in|for users located in|users located in|for visitors from|to users in|for viewers in|for people in|by users in|based in) (?:the )?(?:territory of )?(?:following (?:countries|territories|jurisdictions|regions)|relevant (?:jurisdiction|country|region)|certain (?:countries|jurisdictions|regions)|that (?:country|jurisdiction|region|territory)|this (?:country|jurisdiction|region)|your (?:country|region|jurisdiction|location)|specified (?:countries|country)|PLACE)`;
const WHERE_NL = String.raw`(?:in|binnen|vanuit|voor|voor gebruikers in|voor bezoekers uit|voor gebruikers uit|voor bezoekers in) (?:de |het |heel )?(?:volgende landen|betreffende (?:land|landen|regio|rechtsgebied)|bepaalde landen|uw (?:land|regio)|dit (?:land|rechtsgebied)|jouw land|PLACE)`;
/** Names of places stand in for themselves after `markPlaces`, so that one pattern serves every country. */
export const PLACE = 'PLACE';

const HIDE_EN = String.raw`(?:withheld|withhold|restrict(?:ed|ing)?|block(?:ed|ing)?|geo-?(?:block|restrict|fenc)(?:ed|ing)?|disabl(?:ed|ing)|unavailable|inaccessible|not (?:be )?(?:\w+ )?(?:available|accessible|visible|viewable|viewed|accessed|see|view|access)|no longer (?:be )?(?:\w+ )?(?:available|accessible|visible|viewable|see|view|access|shown|displayed)|remov(?:ed|ing) access|limit(?:ed|ing)|made (?:\w+ ){0,4}?(?:unavailable|inaccessible)|suppressed|hidden)`;
const HIDE_NL = String.raw`(?:geblokkeerd|beperkt|ontoegankelijk|onbereikbaar|onzichtbaar|afgeschermd|uitgeschakeld|achtergehouden|niet (?:meer |langer )?(?:\w+ )?(?:beschikbaar|toegankelijk|zichtbaar|te zien|te bekijken|bereikbaar|zien))`;

/** "illegal in the Netherlands" says why, not where it was hidden. */
const ILLEGAL_THERE =
  /\b(?:illegal|unlawful|prohibited|law|laws|punishable|offence|team|authorit\w+|flaggers?|organi[sz]ation|designated|registered|established|office|protected|strafbaar|verboden|onrechtmatig|wet|wetgeving|recht|gevestigd|aangewezen|flagger) (?:under \w+ \w+ )?(?:in|within|binnen|for|across) (?:the |de )?place\b/i;

export const DELISTED: readonly Cue[] = [
  {
    verdict: 'delisted',
    rule: 'taken out of search results (en)',
    pattern:
      /\b(?:delisted|de-listed|de-?indexed|deindexed|removed from (?:the |our |its )?(?:\w+ )?(?:index|search(?: index| engine)?|search results?))\b|\b(?:removed|blocked|removal|remove|taken out|excluded|suppressed|hidden|filtered|delist\w*)\b.{0,80}\bfrom (?:the |our |appearing in |showing in |being shown in |displaying in |all )?(?:\w+ ){0,4}?(?:search (?:results?|engine|index)|index)\b|\bno longer (?:\w+ ){0,2}(?:appear|show|be shown|be displayed|appearing|showing|be returned|returned|displayed) (?:\w+ ){0,3}(?:in|on|among) (?:\w+ ){0,4}(?:search|results?)\b|\bnot (?:\w+ )?(?:appear|show|be shown|be returned) in (?:\w+ ){0,3}(?:search|results)/,
  },
  {
    verdict: 'delisted',
    rule: 'taken out of search results (nl)',
    pattern:
      /\bzoekresulta(?:at|ten)\b.{0,80}\b(?:verwijderd|gehaald|geblokkeerd|weggehaald|verborgen)|\b(?:verwijderd|gehaald|geblokkeerd|niet meer|niet langer|weggehaald)\b.{0,60}\b(?:zoekresulta(?:at|ten)|zoekindex|zoekmachine)|\bgedeïndexeerd\b/,
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
    pattern: new RegExp(
      String.raw`\b(?:removed|taken down) (?:\w+ ){0,2}${WHERE_EN}\b|\bverwijderd ${WHERE_NL}\b|\b(?:alleen|uitsluitend) ${WHERE_NL}.{0,30}\bverwijderd\b`,
    ),
    unless: ILLEGAL_THERE,
  },
  {
    verdict: 'removed-geo',
    rule: 'in some countries: not visible (en)',
    pattern: new RegExp(
      String.raw`\b(?:users|visitors|viewers|people|anyone|accounts?) (?:\w+ ){0,2}${WHERE_EN}.{0,60}\b(?:can not|will not|no longer|unable|prevented|blocked)|\b(?:in|within) (?:the )?PLACE\b.{0,30}\b(?:access|content|it|post|video|page|url|urls|item|visibility)\b.{0,30}\b(?:has been|was|is|are|have been|were) (?:\w+ )?(?:restricted|blocked|disabled|withheld|removed|unavailable|no longer (?:available|visible|accessible))`,
    ),
  },
  {
    verdict: 'removed-geo',
    rule: 'geo-blocked (en)',
    pattern:
      /\b(?:geo-?block(?:ed|ing)?|geo-?restrict(?:ed|ion)|geographically (?:restricted|blocked)|country[- ]withheld|blocked (?:\w+ ){0,6}(?:country|local) (?:sites?|domains?|versions?|services?)|locally (?:restricted|withheld|blocked))\b/,
  },
  {
    verdict: 'removed-geo',
    rule: 'not visible in some countries (nl)',
    pattern: new RegExp(
      String.raw`\b${HIDE_NL}\b.{0,60}?\b${WHERE_NL}\b|\b${WHERE_NL}\b.{0,80}?\b${HIDE_NL}\b|\bge(?:o|ografisch) ?-?(?:geblokkeerd|beperkt|blokkade)`,
    ),
    unless: ILLEGAL_THERE,
  },
];

export const ACCOUNT: readonly Cue[] = [
  {
    verdict: 'account-action',
    rule: 'account dealt with (en)',
    pattern:
      /\b(?:the |this |that |those |user's |uploader's |reported |offending |responsible |associated |these |both |related )(?:\w+ ){0,3}(?:accounts?|users?|uploader|channel|advertiser|seller|poster)\b.{0,60}\b(?:has|have|was|were|is|are) (?:also |now |since |permanently |temporarily |been ){0,4}(?:suspended|terminated|disabled|banned|restricted|removed|deleted|deactivated|blocked|closed|locked|warned|sanctioned|struck)|\b(?:suspended|terminated|disabled|banned|deactivated|removed|deleted|closed|locked|blocked|restricted|warned|issued (?:a )?(?:strike|warning)(?: to| against)?|action (?:on|against)|sanctioned|taken enforcement action against) (?:\w+ ){0,2}(?:the |this |that |these |those |both |all )(?:\w+ ){0,4}(?:accounts?|users?|uploader|advertiser|seller)\b|\baccounts?(?: \w+)?: (?:suspended|terminated|disabled|banned|removed)|\baccount (?:suspended|terminated|disabled|banned|removed)\b/,
  },
  {
    verdict: 'account-action',
    rule: 'account dealt with (nl)',
    pattern:
      /\b(?:het|dit|de|deze|betreffende|gemelde) (?:\w+ ){0,3}(?:accounts?|gebruiker|kanaal|plaatser|adverteerder|verkoper|accounthouder) (?:(?!en |die |dat )\S+ ){0,8}?(?:geschorst|opgeschort|verwijderd|uitgeschakeld|geblokkeerd|verbannen|beëindigd|beperkt|gesloten|gedeactiveerd|gewaarschuwd)|\b(?:geschorst|opgeschort|geblokkeerd|verbannen)\b.{0,40}\b(?:account|gebruiker|plaatser)/,
  },
];

export const RESTRICTED: readonly Cue[] = [
  {
    verdict: 'restricted',
    rule: 'restricted (en)',
    pattern:
      /\b(?:age[- ](?:restrict|gat|limit)(?:ed|ion|e)?|(?:applied|added|placed|put) (?:an? )?(?:\w+ ){0,3}(?:label|warning|age gate|age restriction|interstitial|warning screen|sensitivity screen|restriction|limitation)|(?:labell?ed|demoted|downranked|blurred|deprioriti[sz]ed|demoneti[sz]ed)|(?:reduced|limited|restricted) (?:\w+ ){0,4}(?:distribution|visibility|reach|recommendations?|features|interactions?)|(?:distribution|visibility|reach) (?:\w+ ){0,4}(?:has been|was|is|have been) (?:\w+ )?(?:reduced|limited|restricted)|behind (?:a|an) (?:\w+ )?(?:warning|screen|interstitial|age)|comments? (?:\w+ ){0,3}(?:has been|have been|were|was|are) (?:\w+ )?(?:disabled|turned off|restricted)|(?:disabled|turned off) comments?|not eligible for recommendation|(?:available|visible|accessible|shown|viewable) only (?:to|for|by) (?:\w+ ){0,4}(?:18|adults?|over|logged|aged|older)|only (?:\w+ ){0,3}(?:available|visible|accessible|viewable) (?:to|for|by) (?:\w+ ){0,4}(?:18|adults?|logged))\b/,
  },
  {
    verdict: 'restricted',
    rule: 'restricted (nl)',
    pattern:
      /\b(?:leeftijdsbeperking|leeftijdsgrens|leeftijdscontrole|waarschuwingslabel|waarschuwingsscherm|gelabeld|minder zichtbaar|(?:zichtbaarheid|bereik|verspreiding) (?:\w+ ){0,4}(?:beperkt|verminderd|verlaagd)|(?:beperkt|verminderd) (?:in )?(?:de )?(?:zichtbaarheid|bereik|verspreiding)|wazig gemaakt|reacties (?:\w+ ){0,3}(?:uitgeschakeld|uitgezet)|alleen (?:nog )?(?:\w+ ){0,3}voor (?:volwassenen|18)|beperkt zichtbaar|(?:niet (?:meer |langer )?|alleen )zichtbaar (?:\w+ )?voor (?:gebruikers|personen|mensen|kijkers) (?:onder|boven|van|vanaf))/,
  },
];

const GONE_EN = String.raw`(?:removed|deleted|taken down|taken offline|unpublished|de-?published|erased|pulled|disabled|made (?:\w+ )?(?:inaccessible|unavailable)|blocked|withdrawn(?! (?:\w+ ){0,3}(?:report|notice)\b))`;
export const REMOVED: readonly Cue[] = [
  {
    verdict: 'removed',
    rule: 'we removed (en)',
    pattern: new RegExp(
      String.raw`\bi (?:have |had )?(?:\w+ ){0,2}?(?:${GONE_EN}) (?:\w+ ){0,4}?${THING}\b|\b(?:we|moderators?|administrators?|team|staff|trust (?:and|&) safety|company|google|youtube|tiktok|meta|facebook|instagram|x|reddit|snapchat|discord|pinterest|linkedin|telegram|twitch|bing|microsoft|amazon) (?:have |has |had )?(?:\w+ ){0,4}?(?:${GONE_EN}|took (?:it|this|the \w+(?: \w+)?|them|these|down)(?: \w+){0,3}? ?down|took down|taken (?:it|this|the (?:\w+ ){1,3}|them) down|deactivated)\b`,
    ),
  },
  {
    verdict: 'removed',
    rule: 'has been removed (en)',
    pattern: new RegExp(
      String.raw`\b(?:${THING}|access|profile|account|[\w-]+) (?:\w+ ){0,8}?(?:(?:has|have|had) (?:\w+ ){0,2}?been|was|were|is|are) (?:(?:now|also|since|therefore|thus|permanently|accordingly|subsequently|successfully|been|being|consequently|both|all|\w{3,20}ly) ){0,4}${GONE_EN}\b`,
    ),
  },
  {
    verdict: 'removed',
    rule: 'the customer removed it (en)',
    pattern:
      /\b(?:customer|client|reseller|operator|webmaster|administrator) (?:has |have |had )?(?:now |since |already |meanwhile )?(?:removed|deleted|taken down|taken offline|disabled)\b/,
  },
  {
    verdict: 'removed',
    rule: 'and removed it (en)',
    pattern:
      /\band (?:have |has )?(?:now |since |therefore )?(?:removed|deleted|taken down|took down|disabled|blocked) (?:it|them|this|the|that|these|access)\b/,
  },
  {
    verdict: 'removed',
    rule: 'have taken down (en)',
    pattern:
      /(?<!\b(?:you|they|users?|may|might|should|could|would|must|to|who|will|not|never|we|i) )\bhave (?:\w+ ){0,3}?(?:removed|deleted|taken (?:it|this|them|these|the (?:\w+ ){1,3}|that \w+ )? ?down|disabled|blocked|unpublished)\b/,
  },
  {
    verdict: 'removed',
    rule: 'decided to remove (en)',
    pattern:
      /\b(?:decided|decision|proceeded|proceeding) to (?:\w+ )?(?:remove|delete|take down|disable|block)\b|\b(?:we|i) (?:will|shall|are) (?:therefore |now |be )*(?:remov(?:e|ing)|delet(?:e|ing)|tak(?:e|ing) (?:it|this|the \w+) down) (?:the|this|it|these)\b/,
  },
  {
    verdict: 'removed',
    rule: 'no longer visible (en)',
    pattern:
      /\bno longer (?:\w+ )?(?:visible|viewable|shown|displayed|accessible (?:on|via|through) (?:our|the) (?:platform|service|site))\b|\b(?:removal|takedown|take-down|deletion) (?:\w+ ){0,3}(?:has been|was|is) (?:completed?|carried out|executed|done|processed)\b/,
  },
  {
    verdict: 'removed',
    rule: 'removed (nl)',
    pattern:
      /\b(?:is|zijn|werd|werden|hebben|heeft|heb|hebben we|inmiddels|daarom|vandaag|nu) (?:[\p{L}\d'"().,-]+ ){0,14}?(?:verwijderd|offline(?: gehaald| gezet)?|weggehaald|er ?af gehaald|eruit gehaald|ontoegankelijk gemaakt|gewist|gedepubliceerd|van (?:onze|ons|het|de) (?:website|platform|forum|site|dienst|servers?) gehaald|geblokkeerd|uit de lucht gehaald|onzichtbaar gemaakt)\b|\b(?:verwijderd|offline gehaald|weggehaald|ontoegankelijk gemaakt|gewist|uit de lucht gehaald) (?:is|zijn|hebben|heb)\b|\bovergegaan tot (?:\w+ ){0,3}(?:verwijdering|verwijderen|blokkade|blokkering)|\b(?:besloten|besluit) (?:\w+ ){0,6}(?:te verwijderen|verwijderen)|\bniet (?:meer|langer) (?:\w+ )?(?:toegankelijk|zichtbaar|te zien)\b/u,
  },
];

/** Acted, without saying how: the words go to a person as `other-action`. */
export const OTHER_ACTION: readonly Cue[] = [
  {
    verdict: 'other-action',
    rule: 'action taken, kind unsaid (en)',
    pattern:
      /\b(?:we|team|moderators?) (?:have |has )?(?:\w+ )?(?:taken|took) (?:\w+ ){0,2}(?:action|measures|steps) (?:on|against|with respect|regarding|in accordance|in line|under|based|to|concerning|in relation)\b|\b(?:action|measures|steps) (?:has|have|was|were) (?:\w+ )?(?:been )?taken\b|\bcontent (?:has been|was) actioned\b/,
  },
  {
    verdict: 'other-action',
    rule: 'action taken, kind unsaid (nl)',
    pattern:
      /\b(?:hebben|heeft|zijn|is|heb) (?:\w+ ){0,6}?(?:maatregelen|maatregel|actie|passende actie|stappen) (?:\w+ ){0,3}?(?:genomen|ondernomen|getroffen)\b/,
  },
];
