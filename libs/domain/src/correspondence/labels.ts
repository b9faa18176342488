import { hitsIn } from './clauses.js';
import type { Verdict } from './cues/cue.js';
import { markCodes, markPlaces } from './places.js';
import { plainWords, sentencesOf, withoutAddresses } from './sentences.js';
import { weigh } from './weigh.js';
import { said } from './said.js';

/** What stands before a verdict in forms and tables. */
const LABEL = said`
    ^(?:[-*•>\s\d.)(]{0,10})(?:(?:our |the |final |review |current |content |item |moderation |report |uw |ons |onze )?(?:status
    |decision|outcome|result|resolution|verdict|action(?: taken)?|determination|conclusion|finding|assessment
    |besluit|beslissing|uitkomst|resultaat|maatregel|actie|conclusie|beoordeling|afhandeling))\s?(?:is
    |was)?\s?[:=\t-]\s?
  `;

/** Short verdicts as they stand in a table cell or after a label; asked in this order. */
const SHORT: ReadonlyArray<readonly [Verdict, RegExp]> = [
  [
    'already-removed',
    said`
      ^(?:content |item |post |video )?(?:was |had |has |is )?(?:already|previously) (?:been )?(?:removed
      |deleted|offline|taken down|unavailable)|^(?:was )?(?:al|reeds|eerder) (?:verwijderd|offline)|^(?:removed
      |deleted|verwijderd) (?:by|door) (?:the |de )?(?:user|uploader|owner|author|gebruiker|plaatser|eigenaar)
      |^no longer (?:exists|available) - (?:removed|deleted) by
    `,
  ],
  [
    'delisted',
    said`
      ^(?:url |link )?(?:delisted|de-listed|de-?indexed|removed from (?:the )?search
      |verwijderd uit (?:de )?zoek|gedeïndexeerd)
    `,
  ],
  [
    'removed-geo',
    said`
      ^(?:content |access |url |post |video )?(?:has been |was |is |toegang )?(?:geo-?\s?(?:blocked|restricted
      |block|geblokkeerd)|withheld|locally (?:restricted|blocked)|geografisch)|^.{0,40}\b(?:blocked|restricted
      |unavailable|not available|no longer available|disabled|removed|hidden|inaccessible|geblokkeerd|beperkt
      |niet (?:meer )?(?:beschikbaar|zichtbaar|toegankelijk)|ontoegankelijk|verwijderd)\b.{0,25}\b(?:in|for
      |within|voor|binnen)\b.{0,20}\bPLACE\b|^PLACE only
    `,
  ],
  [
    'no-violation',
    said`
      ^(?:there (?:is|was) )?(?:no (?:policy |community guidelines? |tos |terms )?(?:violations?|breach
      |infringement|illegal content)|(?:content )?(?:does|did|is|was) not (?:violate|illegal|in violation
      |unlawful|breach|infring\w*)|not (?:illegal|violating|a violation|in violation|unlawful|violative
      |infringing)|non-?violating|left up|kept(?: up| online)?|retained|remains (?:up|online|available)|allowed
      |within (?:the |our )?(?:guidelines|rules|polic)|geen (?:overtreding|inbreuk|schending)|niet (?:in strijd
      |strafbaar|onrechtmatig|illegaal|overtre)|blijft (?:staan|online)|gehandhaafd|toegestaan)
    `,
  ],
  [
    'not-acted',
    said`
      ^(?:no (?:further )?action|not (?:removed|actioned|upheld|taken down)|rejected|declined|denied|dismissed
      |refused|geen (?:actie|maatregel)|niet verwijderd|afgewezen|ongegrond|niet gehonoreerd)
    `,
  ],
  [
    'not-found',
    said`
      ^(?:content |page |url |link |post |video |item |inhoud |pagina )?(?:(?:is |was |could |can )?not (?:be )?(?:found
      |located|available|accessible)|unavailable|no longer (?:available|exists?|online)|(?:does|did) not exist
      |invalid (?:url|link)|(?:url|link) invalid|404|410|dead link|broken link|niet (?:meer )?(?:gevonden
      |beschikbaar|vindbaar|bereikbaar)|bestaat niet|ongeldig|kon niet worden gevonden)
    `,
  ],
  [
    'account-action',
    said`
      ^(?:suspension|termination) of the (?:\w+ )?(?:account|service)\b|^(?:user |the |het )?(?:account|user
      |gebruiker) .{0,20}\b(?:suspended|terminated|disabled|banned|removed|deleted|geschorst|verwijderd
      |geblokkeerd|opgeschort)
    `,
  ],
  [
    'restricted',
    said`
      ^(?:visibility restriction[ -:]{1,3})?(?:demotion|age restricted content|labell?ing
      |limitation of interaction)\b|^(?:content |video |post )?(?:is |was |has been )?(?:age[- ]?(?:restricted
      |gated|restriction)|restricted|labell?ed|demoted|visibility (?:reduced|limited|restricted)
      |limited visibility|reduced visibility|warning (?:label|screen)|leeftijdsbeperking|beperkt zichtbaar
      |gelabeld)
    `,
  ],
  [
    'removed',
    said`
      ^(?:visibility restriction[ -:]{1,3})?(?:removal of (?:the )?content|content removal|removal
      |disabling (?:of )?access)\b
      |^(?:the |de |het )?(?:content |item |post |video |image |comment |url |access |photo |message |inhoud |bericht |foto |reactie )?(?:has been |was |is |have been |werd )?(?:permanently |now )?(?:removed
      |deleted|taken down|taken offline|disabled|blocked|made inaccessible|unpublished|verwijderd
      |offline gehaald|weggehaald|ontoegankelijk gemaakt|geblokkeerd|content removed)\b
    `,
  ],
  [
    'other-action',
    /^(?:enforcement )?(?:action taken|actioned|actie ondernomen|maatregel(?:en)? genomen|upheld|toegewezen)/,
  ],
];

/** The verdict of a table cell or of a short line; null when it has none or says two things. */
export function verdictOf(text: string): Verdict | null {
  const plain = plainWords(markCodes(withoutAddresses(text)).replace(/\bURL\b/g, ' '));
  const bare = markPlaces(
    plain
      .replace(LABEL, '')
      .replace(/^\d{1,3}[.)]?(?= )/, '')
      .replace(/^[\s:;,.()[\]|=>✓✔✗✘×→-]{1,20}/, ''),
  );
  const short = bare.length <= 90 ? SHORT.find(([, pattern]) => pattern.test(bare)) : undefined;
  if (short && !/\b(?:if|als|indien|may|kan)\b|[:=]\s?(?:\d|none|no\b|nee\b|n\/a|-)/.test(bare)) return short[0];
  const weighed = weigh(hitsIn(sentencesOf(text)));
  return weighed.kind === 'one' ? weighed.code : null;
}

/** The verdict after a label such as "Decision:"; null for any other line. */
export function labelledVerdict(text: string): Verdict | null {
  const plain = plainWords(text);
  return LABEL.test(plain) && plain.replace(LABEL, '').length <= 90 ? verdictOf(text) : null;
}
