import type { Cue } from './cue.js';
import { joined, said } from '../said.js';

const BREAK_EN = joined`
  (?:violat\w*|breach\w*|infring\w*|contraven\w*|(?:go|goes|went|going) against|illegal|unlawful|contrary to
  |conflict with|in violation|not allowed|break\w*|broken|broke)
`;

/** Judged and left where it is; negations stand before anything positive. */
export const NO_ACTION: readonly Cue[] = [
  {
    verdict: 'no-violation',
    rule: 'does not violate (en)',
    pattern: said`
      \b(?:does|do|did|is|are|was|were|has|have) not (?:(?!because|since|due|as|after
      |for)\w+ ){0,6}?${BREAK_EN}|\b(?:none|neither|nothing)\b.{0,40}?\b(?:${BREAK_EN})|\b(?:not|nor
      |n?either) (?:to be |be |been |considered |deemed |found |manifestly |clearly |currently |in ){0,3}(?:to be )?(?:${BREAK_EN})
    `,
  },
  {
    verdict: 'no-violation',
    rule: 'found no violation (en)',
    pattern: said`
      \b(?:no|any|a|insufficient|sufficient|enough) (?:\w+ ){0,4}(?:violations?|breach(?:es)?|infringements?
      |illegal content|unlawful content|illegality|wrongdoing)\b.{0,30}(?:found|identified|detected|established
      |could be|was|were|has been)|\b(?:not|no|unable to|never) (?:be )?(?:able to )?(?:find|found|identif\w+
      |detect\w*|see|establish\w*|determine\w*|confirm\w*|conclude\w*|substantiat\w*|evidence of|indication of
      |consider\w*)\b.{0,60}\b(?:violat\w*|breach\w*|infring\w*|illegal\w*|unlawful\w*|against)
      |\bno violations?\b|\bnot a violation\b|\bnon-?violati(?:ng|ve)\b|\b(?:does|do|did) not (?:meet|reach
      |satisfy|fulfil|cross|qualify)\b.{0,60}\b(?:criteria|threshold|standard|requirements?|definition|illegal
      |removal|violation)
    `,
  },
  {
    verdict: 'no-violation',
    rule: 'stays up (en)',
    pattern: said`
      \b(?:(?:will|shall|does|can|to) (?:therefore |thus |continue to )?(?:remain|stay|stays|be left|leave)
      |remains?|stays|continues to be|has been left|was left|were left|leave (?:it|this|the \w+)|left (?:it
      |this|the \w+)) (?:\w+ ){0,3}?(?:up|online|available|accessible|visible|live|in place|unchanged|published
      |on (?:the|our) (?:platform|site|service|website))\b|\b(?:is|are|was|were) (?:(?!not|no|never
      |longer)\w+ )?(?:allowed|permitted|acceptable|compliant|in line|consistent) (?:under|by|on|with
      |according)\b|(?<!\bnot )(?<!\bnot (?:fully|appear to|seem to) )\bcompl(?:y|ies|ied) with (?:our|the)\b
      |\bno (?:sufficient |legal |clear )?(?:basis|grounds?|reasons?|cause) (?:for|to(?! doubt)|on which)\b
      |\binsufficient (?:legal )?(?:basis|grounds?)\b|\bprotected (?:by|under|speech|as)\b.{0,40}\b(?:freedom
      |expression|speech|satire|parody)
    `,
  },
  {
    verdict: 'not-acted',
    rule: 'not removed (en)',
    pattern: said`
      \b(?:not
      |never) (?:yet )?(?:be |been |being |going to |to |able to |in a position to |proceed to |currently |therefore )*(?:remov(?:e
      |ed|ing)|delet(?:e|ed|ing)|tak(?:e|ing|en) (?:it|this|the \w+|them) down|tak(?:e|ing|en) down|took down
      |block(?:ed|ing)?|disabl(?:e|ed|ing)|restrict(?:ed|ing)?|tak(?:e|en
      |ing) (?:any |further |the requested |enforcement |additional ){0,2}(?:action|steps|measures)|act(?:ed
      |ing)? (?:on|upon|against)|action(?:ed|ing)?|de-?index(?:ed)?|delist(?:ed)?|comply with|grant(?:ed)?
      |uphold|proceed with)\b|\bunable to (?:remove|delete|take (?:action|it|this|the \w+)|block|disable
      |restrict|comply|grant|act)\b|\b(?:declin(?:e|ed|ing)|refus(?:e|ed)|decided against) (?:to )?(?:remov|tak
      |act|block|your (?:request|report))|\bno (?:further |enforcement )?(?:action|measures?
      |steps?) (?:\w+ ){0,3}(?:taken|warranted|necessary on our|will be)|\b(?:without|took no|taken no
      |taking no|take no) (?:\w+ )?(?:action|measures)\b|\b(?:nothing|no content|no items?
      |none of \w+(?: \w+){0,3}) (?:was|were|has been|have been) (?:removed|deleted|taken down|blocked)
      |\b(?:report|request|notice|complaint) (?:has been|was|is|have been) (?:rejected|declined|denied
      |dismissed|refused|unfounded)\b
    `,
  },
  {
    verdict: 'no-violation',
    rule: 'restored after review (en)',
    pattern: said`
      \b(?:content|post|video|image|photo|item|it|page|comment|listing|material
      |access(?: to \w+(?: \w+)?)?) (?:has been|was|have been|is|were) (?:\w+ ){0,2}(?:restored|reinstated
      |unblocked|put back|made available again)\b|\b(?:we|i) (?:have |had )?(?:\w+ )?(?:restored|reinstated
      |unblocked|put back) (?:the|this|access|it)\b
    `,
  },
  {
    verdict: 'no-violation',
    rule: 'not contrary to rules or law (nl)',
    pattern: said`
      \bniet (?:\w+ ){0,4}?(?:in strijd|strijdig|onrechtmatig|illegaal|strafbaar|onwettig|inbreukmakend
      |verboden)|\bgeen (?:\w+ ){0,4}(?:overtreding|overtredingen|inbreuk|schending|strijd(?:igheid)?
      |onrechtmatigheid|onrechtmatige (?:inhoud|content))|\b(?:schendt|overtreedt|schenden|overtreden) (?:(?!en
      |omdat|want)\w+ ){0,6}?(?:niet|geen)\b|\b(?:niet|geen) (?:(?!omdat|want|aangezien
      |die)\w+ ){0,4}(?:schendt|overtreedt|schenden|overtreden)\b|(?<!\b(?:niet|niet langer|niet meer
      |onvoldoende) )\b(?:voldoet|voldoen) (?:(?!niet|onvoldoende)\w+ )?aan (?:onze|de|het)
      |(?<!\bniet )\bbinnen (?:onze|de) (?:\w+ )?(?:richtlijnen|regels|voorwaarden|huisregels|vrijheid)
      |(?<!\bniet )\btoegestaan (?:onder|volgens|binnen|op)|\b(?:onvoldoende|geen) (?:\w+ ){0,2}(?:grond
      |gronden|aanleiding|reden|redenen|basis)\b(?! tot (?:zorg|twijfel)| om te twijfelen).{0,50}(?:om|voor|tot|gezien|gevonden|te)
    `,
  },
  {
    verdict: 'no-violation',
    rule: 'stays up (nl)',
    pattern: said`
      \b(?:blijft|blijven|laten)\b (?:\w+ ){0,6}?(?:staan|online|zichtbaar|beschikbaar|toegankelijk
      |gehandhaafd)\b|\b(?:hersteld|teruggeplaatst|weer (?:online|zichtbaar|beschikbaar))\b
    `,
  },
  {
    verdict: 'not-acted',
    rule: 'not removed (nl)',
    pattern: said`
      \bniet (?:\w+ ){0,4}?(?:verwijderd|verwijderen|over (?:te gaan )?tot|overgegaan tot|overgaan tot|offline
      |weggehaald|weghalen|geblokkeerd|blokkeren|ontoegankelijk|opgetreden|ingegrepen|voldoen aan|ingaan op
      |toegewezen|gehonoreerd|honoreren)|\b(?:verwijderen|blokkeren|verwijdert) (?:\w+ ){0,5}niet\b
      |\bgeen (?:\w+ ){0,2}(?:actie|maatregelen|maatregel|stappen)\b.{0,40}(?:ondernomen|genomen|ondernemen
      |nemen|getroffen|treffen)|\b(?:zien|zie|ziet) (?:\w+ ){0,4}af van\b|\bniets (?:verwijderd|ondernomen)
      |\b(?:melding|verzoek|klacht) (?:\w+ ){0,3}(?:afgewezen|ongegrond|geweigerd)\b|\b(?:wijzen
      |wijst) (?:\w+ ){0,5}(?:verzoek|melding|klacht)\b.{0,20}\baf\b
    `,
  },
];
