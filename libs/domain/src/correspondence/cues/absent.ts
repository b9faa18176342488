import { THING, type Cue } from './cue.js';
import { said } from '../said.js';

/** The content was gone or could not be found before anybody decided about it. */
export const ALREADY_REMOVED: readonly Cue[] = [
  {
    verdict: 'already-removed',
    rule: 'already removed (en)',
    pattern: said`
      \b(?:already|previously|since|earlier|prior to (?:our|your|receiving|this)|before (?:we|our|your
      |receiving|you)) (?:\w+ ){0,3}(?:removed|deleted|taken down|taken offline|blocked|disabled|actioned
      |unavailable|gone|offline)|\b(?:had|has|have|was|were|is|are) (?:been )?(?:removed|deleted|taken down
      |taken offline) (?:\w+ ){0,4}(?:already|previously|earlier|before (?:we|our|your|you|the review|receiving
      |receipt)|prior to (?:our|your|receiving|receipt|the|this)|by (?:the|its|their) (?:user|uploader|owner
      |author|account holder|poster|creator|original poster|person who))\b|\b(?:user|uploader|owner|author
      |account holder|poster
      |creator) (?:has |had |have )?(?:already |since |themselves |voluntarily )?(?:removed|deleted
      |taken down)\b|\bno longer (?:\w+ ){0,4}(?:as|because|since) (?:it|they|the \w+) (?:has|had|have|was
      |were) (?:already )?(?:been )?(?:removed|deleted)
    `,
  },
  {
    verdict: 'already-removed',
    rule: 'already removed (nl)',
    pattern: said`
      \b(?:al|reeds|eerder|inmiddels al|inmiddels reeds) (?:\w+ ){0,4}?(?:verwijderd|weggehaald|offline|gewist
      |geblokkeerd|ontoegankelijk)|\bverwijderd (?:\w+ ){0,2}door (?:de|haar|zijn|het) (?:\w+ )?(?:gebruiker
      |plaatser|eigenaar|uploader|accounthouder|auteur|maker)|\b(?:gebruiker|plaatser|eigenaar|uploader
      |accounthouder|auteur) (?:heeft|had|hebben)\b.{0,60}\b(?:zelf )?(?:verwijderd|weggehaald)
      |\bverwijderd (?:\w+ )?voordat\b|\bvoordat (?:wij|we|uw)\b.{0,60}\bverwijderd\b
    `,
  },
];

export const NOT_FOUND: readonly Cue[] = [
  {
    verdict: 'not-found',
    rule: 'could not be found (en)',
    pattern: said`
      \b(?:(?:could|can|did|were|was|are|is|am|have|has) not (?:been )?(?:be )?(?:able to )?(?:\w+ )?(?:find
      |found|locate|located|retrieve|access|accessed|identify|view|open|see)|(?:unable|failed
      |not possible) to (?:find|locate|retrieve|access|identify|view|open|see)|not (?:\w+ )?(?:find
      |locate)) (?:\w+ ){0,4}?(?:${THING}|account|profile|anything)\b|\b(?:content|post|video|page|url|urls
      |link|links|account|profile|image|item|listing|photo|comment|message|it) (?:\w+ ){0,5}?(?:could
      |can) not be (?:\w+ )?(?:found|located|retrieved|accessed|identified|opened)\b
    `,
  },
  {
    verdict: 'not-found',
    rule: 'does not exist any more (en)',
    pattern: said`
      \b(?:is|are|was|were|appears?|seems?|be) (?:\w+ ){0,2}(?:no longer|not
      |un)(?: currently| longer)? ?(?:available|accessible|exist|on (?:the|our) (?:platform|site|service)
      |online|live|present|there|public(?:ly)?)\b|\b(?:is|are|was|were) unavailable\b|\b(?:no longer|does not
      |do not|did not) (?:appear to |seem to )?exists?\b|\b(?:content|post|video|image|photo|page|profile
      |account|item) not found\b|\b(?:page not found|not found on|404|410|broken link|dead link|(?:invalid
      |broken|non-?existent|expired|inactive|incorrect) (?:url|link|address)s?|(?:url|link
      |address)s? (?:\w+ ){0,5}(?:is|are|was|were|seems?|appears?) (?:to be )?(?:invalid|broken|dead|expired
      |inactive|incorrect|not valid|not working|malformed)|(?:link|url)s? (?:\w+ ){0,3}(?:does|do
      |did) not (?:work|lead|resolve|function|point))
    `,
  },
  {
    verdict: 'not-found',
    rule: 'made private by its owner',
    pattern: said`
      \b(?:is|are|was|were) (?:now |currently |been )?(?:set to |made )?private\b|\bset to private\b|\b(?:is
      |staat|zijn) (?:nu |inmiddels )?(?:op )?privé\b|\bniet openbaar\b
    `,
  },
  {
    verdict: 'not-found',
    rule: 'not found (nl)',
    pattern: said`
      \b(?:niet|niets|nergens) (?:\w+ ){0,4}?(?:vinden|gevonden|terugvinden|teruggevonden|aangetroffen
      |aantreffen|achterhalen|traceren|openen|bereikbaar|bestaat|te vinden)|\b(?:link|url|adres|pagina|webadres
      |verwijzing) (?:\w+ ){0,5}(?:werkt|werken|functioneert|leidt|bestaat|klopt) (?:\w+ )?niet\b
      |\bbestaat (?:\w+ )?(?:niet|niet meer|niet langer)\b|\bniet (?:meer |langer )?(?:bestaat|beschikbaar
      |aanwezig|online)\b|\b(?:ongeldige?|verlopen|onjuiste?|dode) (?:url|link|adres|webadres|verwijzing)
      |\b(?:foutmelding|foutpagina|pagina niet gevonden)
    `,
  },
];
