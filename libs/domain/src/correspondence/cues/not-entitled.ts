import { said } from '../said.js';
import type { Cue } from './cue.js';

/** Refused because of who asks: only the person concerned, or somebody with a mandate, may report. */
export const NOT_ENTITLED: readonly Cue[] = [
  {
    verdict: 'not-entitled',
    rule: 'only the person concerned may report (en)',
    pattern: said`
      \bonly (?:be )?(?:\w+ )?(?:(?:accept|process|consider|act on|review|handle|submitted|reported|filed|made
      |requested|take|assess|accepted|processed)[\w ]{0,60}\b(?:from
      |by) )?(?:the |an? |their )?(?:\w+ ){0,3}(?:person|individual|people|persons?|data subject|victim|subject
      |party|owner|rights? ?holder|copyright holder|parent|guardian)s?\b.{0,120}\b(?:depicted|concerned
      |affected|involved|shown|featured|represent|report|submit|request|file|themsel|him|her|own|author
      |guardian|portrayed|question|impersonated|copyright|right|can|may|accept)
    `,
    unconditional: true,
  },
  {
    verdict: 'not-entitled',
    rule: 'must come from the person or a representative (en)',
    pattern: said`
      \b(?:must|has to|have to|needs? to|should|required to|can only|may only|only if)\b.{0,50}\b(?:come
      |be (?:made|submitted|filed|reported|sent|received|provided|lodged)|report|submit|submitted|made
      |filed)\b.{0,50}\b(?:by|from) (?:the |an? |their )?(?:\w+ ){0,2}(?:person|individual|data subject|victim
      |rights? ?holder|copyright (?:owner|holder)|owner|legal representative|author\w+ (?:representative|agent)
      |parent|legal guardian)
    `,
    unconditional: true,
  },
  {
    verdict: 'not-entitled',
    rule: 'you are not authorised (en)',
    pattern: said`
      \b(?:you|third part(?:y|ies)|your organi[sz]ation)\b.{0,60}\b(?:are|is|do|does|have|has
      |did) not (?:appear to be |seem to be |currently )?(?:be )?(?:authori[sz]ed|entitled|eligible|permitted
      |demonstrated? (?:that|your)|provided? (?:proof|evidence) (?:that|of) (?:you|your|author)|the (?:person
      |individual|rights? ?holder|owner|copyright|authori)|have (?:the )?(?:authority|authori[sz]ation
      |standing))
    `,
  },
  {
    verdict: 'not-entitled',
    rule: 'no reports by third parties (en)',
    pattern: said`
      \b(?:(?:can|do|are|will) not (?:\w+ ){0,3}(?:accept|process|act on|consider|handle|take action on
      |respond to|review|honou?r)\b.{0,40}\bthird[- ]part|(?:reports?|requests?|complaints?
      |notices?) (?:\w+ ){0,4}(?:by|from) (?:a )?third[- ]part(?:y|ies) (?:can not|are not|is not|will not)
      |(?:is|are) not (?:the )?(?:authori[sz]ed to (?:act|report|submit|file)|entitled to (?:act|report|submit
      |file|request)))
    `,
  },
  {
    verdict: 'not-entitled',
    rule: 'not from somebody else (en)',
    pattern: said`
      \b(?:someone|anyone|anybody|persons?|people|part(?:y|ies)
      |individuals?) other than (?:the )?(?:\w+ ){0,2}(?:person|individual|owner|subject|victim|right)
      |\b(?:can not|do not|unable to|not able to)\b.{0,80}\bon behalf of (?:someone else|others|another|third
      |other)
    `,
  },
  {
    verdict: 'not-entitled',
    rule: 'no proof of authority (en)',
    pattern: said`
      \b(?:without|absence of|no|lack of|not received|missing)\b.{0,30}\b(?:proof of (?:authori[sz]ation
      |authority|mandate|representation)|power of attorney|written (?:authori[sz]ation|consent|mandate)
      |authori[sz]ation (?:from|of|by) (?:the )?(?:person|individual|data subject|victim|rights? ?holder))
    `,
  },
  {
    verdict: 'not-entitled',
    rule: 'only the person concerned may report (nl)',
    pattern: said`
      \b(?:alleen|uitsluitend|enkel|slechts)\b.{0,80}\b(?:betrokkenen?|perso(?:on|nen) (?:zelf|in kwestie|die)
      |afgebeelden?|geportretteerden?|rechthebbenden?|auteursrechthebbenden?|slachtoffers?|gemachtigden?
      |wettelijke? vertegenwoordigers?|ouders?|voogd|eigenaar)\b
    `,
    unconditional: true,
  },
  {
    verdict: 'not-entitled',
    rule: 'by the person himself (nl)',
    pattern: said`
      \b(?:dient|moet|kan|mag|kunnen|moeten|dienen|mogen)\b.{0,80}\bdoor de (?:\w+ )?(?:betrokkene|persoon
      |rechthebbende|auteursrechthebbende|afgebeelde|geportretteerde|eigenaar)\b.{0,60}\b(?:zelf|gemachtigde
      |ingediend|gedaan|gemeld|ingevuld|melden)
    `,
    unconditional: true,
  },
  {
    verdict: 'not-entitled',
    rule: 'you are not entitled (nl)',
    pattern: said`
      \b(?:u|je|jij|uw organisatie|jullie)\b.{0,60}\b(?:niet|geen) (?:zelf )?(?:bevoegd|gemachtigd|gerechtigd
      |rechthebbende|belanghebbende|de (?:betrokkene|rechthebbende|persoon))|\bniet (?:bevoegd|gemachtigd
      |gerechtigd) (?:bent )?om\b|\b(?:zonder|geen|ontbreekt een|ontbreken van een) (?:\w+ )?(?:machtiging
      |volmacht)|\bniet (?:\w+ ){0,3}(?:van|door) derden\b|\bvan derden (?:\w+ ){0,4}niet\b
    `,
  },
];
