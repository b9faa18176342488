import { THING, type Cue } from './cue.js';
import { joined, said, saidWith } from '../said.js';

export const ACCOUNT: readonly Cue[] = [
  {
    verdict: 'account-action',
    rule: 'account dealt with (en)',
    pattern: said`
      \b(?:the |this |that |those |user's |uploader's |reported |offending |responsible |associated |these |both |related )(?:\w+ ){0,3}(?:accounts?
      |users?|uploader|channel|advertiser|seller|poster)\b.{0,60}\b(?:has|have|was|were|is
      |are) (?:also |now |since |permanently |temporarily |been ){0,4}(?:suspended|terminated|disabled|banned
      |restricted|removed|deleted|deactivated|blocked|closed|locked|warned|sanctioned|struck)|\b(?:suspended
      |terminated|disabled|banned|deactivated|removed|deleted|closed|locked|blocked|restricted|warned
      |issued (?:a )?(?:strike|warning)(?: to| against)?|action (?:on|against)|sanctioned
      |taken enforcement action against) (?:\w+ ){0,2}(?:the |this |that |these |those |both |all )(?:\w+ ){0,4}(?:accounts?
      |users?|uploader|advertiser|seller)\b|\baccounts?(?: \w+)?: (?:suspended|terminated|disabled|banned
      |removed)|\baccount (?:suspended|terminated|disabled|banned|removed)\b
    `,
  },
  {
    verdict: 'account-action',
    rule: 'account dealt with (nl)',
    pattern: said`
      \b(?:het|dit|de|deze|betreffende|gemelde) (?:\w+ ){0,3}(?:accounts?|gebruiker|kanaal|plaatser
      |adverteerder|verkoper|accounthouder) (?:(?!en |die |dat )\S+ ){0,8}?(?:geschorst|opgeschort|verwijderd
      |uitgeschakeld|geblokkeerd|verbannen|beëindigd|beperkt|gesloten|gedeactiveerd|gewaarschuwd)
      |\b(?:geschorst|opgeschort|geblokkeerd|verbannen)\b.{0,40}\b(?:account|gebruiker|plaatser)
    `,
  },
];

export const RESTRICTED: readonly Cue[] = [
  {
    verdict: 'restricted',
    rule: 'restricted (en)',
    pattern: said`
      \b(?:age[- ](?:restrict|gat|limit)(?:ed|ion|e)?|(?:applied|added|placed
      |put) (?:an? )?(?:\w+ ){0,3}(?:label|warning|age gate|age restriction|interstitial|warning screen
      |sensitivity screen|restriction|limitation)|(?:labell?ed|demoted|downranked|blurred|deprioriti[sz]ed
      |demoneti[sz]ed)|(?:reduced|limited|restricted) (?:\w+ ){0,4}(?:distribution|visibility|reach
      |recommendations?|features|interactions?)|(?:distribution|visibility|reach) (?:\w+ ){0,4}(?:has been|was
      |is|have been) (?:\w+ )?(?:reduced|limited|restricted)|behind (?:a|an) (?:\w+ )?(?:warning|screen
      |interstitial|age)|comments? (?:\w+ ){0,3}(?:has been|have been|were|was|are) (?:\w+ )?(?:disabled
      |turned off|restricted)|(?:disabled|turned off) comments?|not eligible for recommendation|(?:available
      |visible|accessible|shown|viewable) only (?:to|for|by) (?:\w+ ){0,4}(?:18|adults?|over|logged|aged|older)
      |only (?:\w+ ){0,3}(?:available|visible|accessible|viewable) (?:to|for|by) (?:\w+ ){0,4}(?:18|adults?
      |logged))\b
    `,
  },
  {
    verdict: 'restricted',
    rule: 'restricted (nl)',
    pattern: said`
      \b(?:leeftijdsbeperking|leeftijdsgrens|leeftijdscontrole|waarschuwingslabel|waarschuwingsscherm|gelabeld
      |minder zichtbaar|(?:zichtbaarheid|bereik|verspreiding) (?:\w+ ){0,4}(?:beperkt|verminderd|verlaagd)
      |(?:beperkt|verminderd) (?:in )?(?:de )?(?:zichtbaarheid|bereik|verspreiding)|wazig gemaakt
      |reacties (?:\w+ ){0,3}(?:uitgeschakeld|uitgezet)|alleen (?:nog )?(?:\w+ ){0,3}voor (?:volwassenen|18)
      |beperkt zichtbaar|(?:niet (?:meer |langer )?|alleen )zichtbaar (?:\w+ )?voor (?:gebruikers|personen
      |mensen|kijkers) (?:onder|boven|van|vanaf))
    `,
  },
];

const GONE_EN = joined`
  (?:removed|deleted|taken down|taken offline|unpublished|de-?published|erased|pulled|disabled
  |made (?:\w+ )?(?:inaccessible|unavailable)|blocked|withdrawn(?! (?:\w+ ){0,3}(?:report|notice)\b))
`;
export const REMOVED: readonly Cue[] = [
  {
    verdict: 'removed',
    rule: 'we removed (en)',
    pattern: said`
      \bi (?:have |had )?(?:\w+ ){0,2}?(?:${GONE_EN}) (?:\w+ ){0,4}?${THING}\b|\b(?:we|moderators?
      |administrators?|team|staff|trust (?:and|&) safety|company|google|youtube|tiktok|meta|facebook|instagram
      |x|reddit|snapchat|discord|pinterest|linkedin|telegram|twitch|bing|microsoft
      |amazon) (?:have |has |had )?(?:\w+ ){0,4}?(?:${GONE_EN}|took (?:it|this|the \w+(?: \w+)?|them|these
      |down)(?: \w+){0,3}? ?down|took down|taken (?:it|this|the (?:\w+ ){1,3}|them) down|deactivated)\b
    `,
  },
  {
    verdict: 'removed',
    rule: 'has been removed (en)',
    pattern: said`
      \b(?:${THING}|access|profile|account|[\w-]+) (?:\w+ ){0,8}?(?:(?:has|have|had) (?:\w+ ){0,2}?been|was
      |were|is|are) (?:(?:now|also|since|therefore|thus|permanently|accordingly|subsequently|successfully|been
      |being|consequently|both|all|\w{3,20}ly) ){0,4}${GONE_EN}\b
    `,
  },
  {
    verdict: 'removed',
    rule: 'the customer removed it (en)',
    pattern: said`
      \b(?:customer|client|reseller|operator|webmaster
      |administrator) (?:has |have |had )?(?:now |since |already |meanwhile )?(?:removed|deleted|taken down
      |taken offline|disabled)\b
    `,
  },
  {
    verdict: 'removed',
    rule: 'and removed it (en)',
    pattern: said`
      \band (?:have |has )?(?:now |since |therefore )?(?:removed|deleted|taken down|took down|disabled
      |blocked) (?:it|them|this|the|that|these|access)\b
    `,
  },
  {
    verdict: 'removed',
    rule: 'have taken down (en)',
    pattern: said`
      (?<!\b(?:you|they|users?|may|might|should|could|would|must|to|who|will|not|never|we
      |i) )\bhave (?:\w+ ){0,3}?(?:removed|deleted|taken (?:it|this|them|these|the (?:\w+ ){1,3}
      |that \w+ )? ?down|disabled|blocked|unpublished)\b
    `,
  },
  {
    verdict: 'removed',
    rule: 'decided to remove (en)',
    pattern: said`
      \b(?:decided|decision|proceeded|proceeding) to (?:\w+ )?(?:remove|delete|take down|disable|block)\b
      |\b(?:we|i) (?:will|shall|are) (?:therefore |now |be )*(?:remov(?:e|ing)|delet(?:e|ing)|tak(?:e
      |ing) (?:it|this|the \w+) down) (?:the|this|it|these)\b
    `,
  },
  {
    verdict: 'removed',
    rule: 'no longer visible (en)',
    pattern: said`
      \bno longer (?:\w+ )?(?:visible|viewable|shown|displayed|accessible (?:on|via|through) (?:our
      |the) (?:platform|service|site))\b|\b(?:removal|takedown|take-down|deletion) (?:\w+ ){0,3}(?:has been|was
      |is) (?:completed?|carried out|executed|done|processed)\b
    `,
  },
  {
    verdict: 'removed',
    rule: 'removed (nl)',
    pattern: saidWith('u')`
      \b(?:is|zijn|werd|werden|hebben|heeft|heb|hebben we|inmiddels|daarom|vandaag
      |nu) (?:[\p{L}\d'"().,-]+ ){0,14}?(?:verwijderd|offline(?: gehaald| gezet)?|weggehaald|er ?af gehaald
      |eruit gehaald|ontoegankelijk gemaakt|gewist|gedepubliceerd|van (?:onze|ons|het|de) (?:website|platform
      |forum|site|dienst|servers?) gehaald|geblokkeerd|uit de lucht gehaald|onzichtbaar gemaakt)\b
      |\b(?:verwijderd|offline gehaald|weggehaald|ontoegankelijk gemaakt|gewist|uit de lucht gehaald) (?:is
      |zijn|hebben|heb)\b|\bovergegaan tot (?:\w+ ){0,3}(?:verwijdering|verwijderen|blokkade|blokkering)
      |\b(?:besloten|besluit) (?:\w+ ){0,6}(?:te verwijderen|verwijderen)|\bniet (?:meer
      |langer) (?:\w+ )?(?:toegankelijk|zichtbaar|te zien)\b
    `,
  },
];

/** Acted, without saying how: the words go to a person as `other-action`. */
export const OTHER_ACTION: readonly Cue[] = [
  {
    verdict: 'other-action',
    rule: 'action taken, kind unsaid (en)',
    pattern: said`
      \b(?:we|team|moderators?) (?:have |has )?(?:\w+ )?(?:taken|took) (?:\w+ ){0,2}(?:action|measures
      |steps) (?:on|against|with respect|regarding|in accordance|in line|under|based|to|concerning
      |in relation)\b|\b(?:action|measures|steps) (?:has|have|was|were) (?:\w+ )?(?:been )?taken\b
      |\bcontent (?:has been|was) actioned\b
    `,
  },
  {
    verdict: 'other-action',
    rule: 'action taken, kind unsaid (nl)',
    pattern: said`
      \b(?:hebben|heeft|zijn|is|heb) (?:\w+ ){0,6}?(?:maatregelen|maatregel|actie|passende actie
      |stappen) (?:\w+ ){0,3}?(?:genomen|ondernomen|getroffen)\b
    `,
  },
];
