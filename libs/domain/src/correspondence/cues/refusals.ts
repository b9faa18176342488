import type { Cue } from './cue.js';

const REPORT_EN = String.raw`(?:reports?|notices?|requests?|complaints?|e-?mails?|messages?|submissions?|inquir(?:y|ies)|enquir(?:y|ies)|concerns?|claims?|matter|issue)`;
const REPORT_NL = String.raw`(?:meldingen|melding|verzoeken|verzoek|klachten|klacht|e-?mails?|bericht|aanvraag|aanvragen)`;

/** Refused without judging the content: who asks, where it is asked, whether it is theirs, or too little to go on. */
export const REFUSALS: readonly Cue[] = [
  {
    verdict: 'not-entitled',
    rule: 'only the person concerned may report (en)',
    pattern:
      /\bonly (?:be )?(?:\w+ )?(?:(?:accept|process|consider|act on|review|handle|submitted|reported|filed|made|requested|take|assess|accepted|processed)[\w ]{0,60}\b(?:from|by) )?(?:the |an? |their )?(?:\w+ ){0,3}(?:person|individual|people|persons?|data subject|victim|subject|party|owner|rights? ?holder|copyright holder|parent|guardian)s?\b.{0,120}\b(?:depicted|concerned|affected|involved|shown|featured|represent|report|submit|request|file|themsel|him|her|own|author|guardian|portrayed|question|impersonated|copyright|right|can|may|accept)/,
    unconditional: true,
  },
  {
    verdict: 'not-entitled',
    rule: 'must come from the person or a representative (en)',
    pattern:
      /\b(?:must|has to|have to|needs? to|should|required to|can only|may only|only if)\b.{0,50}\b(?:come|be (?:made|submitted|filed|reported|sent|received|provided|lodged)|report|submit|submitted|made|filed)\b.{0,50}\b(?:by|from) (?:the |an? |their )?(?:\w+ ){0,2}(?:person|individual|data subject|victim|rights? ?holder|copyright (?:owner|holder)|owner|legal representative|author\w+ (?:representative|agent)|parent|legal guardian)/,
    unconditional: true,
  },
  {
    verdict: 'not-entitled',
    rule: 'you are not authorised (en)',
    pattern:
      /\b(?:you|third part(?:y|ies)|your organi[sz]ation)\b.{0,60}\b(?:are|is|do|does|have|has|did) not (?:appear to be |seem to be |currently )?(?:be )?(?:authori[sz]ed|entitled|eligible|permitted|demonstrated? (?:that|your)|provided? (?:proof|evidence) (?:that|of) (?:you|your|author)|the (?:person|individual|rights? ?holder|owner|copyright|authori)|have (?:the )?(?:authority|authori[sz]ation|standing))/,
  },
  {
    verdict: 'not-entitled',
    rule: 'no reports by third parties (en)',
    pattern:
      /\b(?:(?:can|do|are|will) not (?:\w+ ){0,3}(?:accept|process|act on|consider|handle|take action on|respond to|review|honou?r)\b.{0,40}\bthird[- ]part|(?:reports?|requests?|complaints?|notices?) (?:\w+ ){0,4}(?:by|from) (?:a )?third[- ]part(?:y|ies) (?:can not|are not|is not|will not)|(?:is|are) not (?:the )?(?:authori[sz]ed to (?:act|report|submit|file)|entitled to (?:act|report|submit|file|request)))/,
  },
  {
    verdict: 'not-entitled',
    rule: 'not from somebody else (en)',
    pattern:
      /\b(?:someone|anyone|anybody|persons?|people|part(?:y|ies)|individuals?) other than (?:the )?(?:\w+ ){0,2}(?:person|individual|owner|subject|victim|right)|\b(?:can not|do not|unable to|not able to)\b.{0,80}\bon behalf of (?:someone else|others|another|third|other)/,
  },
  {
    verdict: 'not-entitled',
    rule: 'no proof of authority (en)',
    pattern:
      /\b(?:without|absence of|no|lack of|not received|missing)\b.{0,30}\b(?:proof of (?:authori[sz]ation|authority|mandate|representation)|power of attorney|written (?:authori[sz]ation|consent|mandate)|authori[sz]ation (?:from|of|by) (?:the )?(?:person|individual|data subject|victim|rights? ?holder))/,
  },
  {
    verdict: 'not-entitled',
    rule: 'only the person concerned may report (nl)',
    pattern:
      /\b(?:alleen|uitsluitend|enkel|slechts)\b.{0,80}\b(?:betrokkenen?|perso(?:on|nen) (?:zelf|in kwestie|die)|afgebeelden?|geportretteerden?|rechthebbenden?|auteursrechthebbenden?|slachtoffers?|gemachtigden?|wettelijke? vertegenwoordigers?|ouders?|voogd|eigenaar)\b/,
    unconditional: true,
  },
  {
    verdict: 'not-entitled',
    rule: 'by the person himself (nl)',
    pattern:
      /\b(?:dient|moet|kan|mag|kunnen|moeten|dienen|mogen)\b.{0,80}\bdoor de (?:\w+ )?(?:betrokkene|persoon|rechthebbende|auteursrechthebbende|afgebeelde|geportretteerde|eigenaar)\b.{0,60}\b(?:zelf|gemachtigde|ingediend|gedaan|gemeld|ingevuld|melden)/,
    unconditional: true,
  },
  {
    verdict: 'not-entitled',
    rule: 'you are not entitled (nl)',
    pattern:
      /\b(?:u|je|jij|uw organisatie|jullie)\b.{0,60}\b(?:niet|geen) (?:zelf )?(?:bevoegd|gemachtigd|gerechtigd|rechthebbende|belanghebbende|de (?:betrokkene|rechthebbende|persoon))|\bniet (?:bevoegd|gemachtigd|gerechtigd) (?:bent )?om\b|\b(?:zonder|geen|ontbreekt een|ontbreken van een) (?:\w+ )?(?:machtiging|volmacht)|\bniet (?:\w+ ){0,3}(?:van|door) derden\b|\bvan derden (?:\w+ ){0,4}niet\b/,
  },
  {
    verdict: 'wrong-channel',
    rule: 'not the right channel (en)',
    pattern:
      /\b(?:(?:is|are|was) not (?:the )?(?:right|correct|appropriate|proper|intended|designated) (?:place|channel|form|address|department|team|mailbox|inbox|contact|way|process|queue)|(?:wrong|incorrect) (?:form|channel|address|department|mailbox|team|inbox|contact)|(?:no longer|not|only) (?:be able to )?(?:accept|process|handle|receive|respond to|support|consider|act on)\w* (?:\w+ ){0,5}(?:via|by|through|over|sent to|at|submitted (?:via|by|through|to)|in|received (?:via|by|through)) (?:this |our |the |an? )?(?:\w+ )?(?:e-?mail|channel|mailbox|inbox|address|form|portal|webform|online form|english))/,
    unconditional: true,
  },
  {
    verdict: 'wrong-channel',
    rule: 'cannot be handled here (en)',
    pattern: new RegExp(
      String.raw`\b(?:${REPORT_EN}|we|this team|this department|our team)\b.{0,60}\b(?:can not|unable to|are not able to|will not|not be)\b.{0,60}\b(?:via|by|through|at|from|over|in) (?:this|e-?mail)(?: (?:channel|e-?mail|mailbox|inbox|address|form|queue|way|team|department))?\b`,
    ),
  },
  {
    verdict: 'wrong-channel',
    rule: 'must be sent through the form (en)',
    pattern: new RegExp(
      String.raw`\b(?:${REPORT_EN})\b.{0,60}\b(?:must|need to|needs to|have to|has to|can only|may only|should|are only accepted|only be)\b.{0,40}\b(?:submitted|filed|sent|reported|made|lodged|accepted|directed|raised)\b.{0,30}\b(?:via|through|using|to|on|with|at) (?:our |the |this |a )?(?:\w+ ){0,4}(?:form|portal|webform|channel|tool|website|page|address|team|mailbox|centre|center)\b`,
    ),
    unconditional: true,
  },
  {
    verdict: 'wrong-channel',
    rule: 'please use the form instead (en)',
    pattern:
      /\b(?:please|kindly|you (?:will )?need to|you must|you have to|we (?:kindly )?ask you to) (?:re-?submit|submit|file|send|use|report|re-?file|redirect|direct|make)\b.{0,80}\b(?:via|through|using|using our|form|portal|channel|webform)\b.{0,60}\b(?:instead|so that|in order|otherwise|for (?:it|this|these|your)|to (?:have|ensure|be|report|submit|file|process))\b|\bplease (?:re-?submit|use (?:our|the) (?:\w+ ){0,5}(?:form|channel|portal))\b/,
  },
  {
    verdict: 'wrong-channel',
    rule: 'wrong channel (nl)',
    pattern:
      /\b(?:verkeerde? (?:formulier|kanaal|adres|afdeling|mailadres|e-?mailadres|loket)|niet (?:het|de) (?:juiste|goede|geëigende|bedoelde) (?:formulier|kanaal|adres|afdeling|plek|weg|loket|e-?mailadres|plaats)|(?:kan|kunnen|nemen|worden|wordt|behandelen|verwerken|accepteren)\b.{0,60}\bniet\b.{0,50}\b(?:via|per|op) (?:dit|deze|e-?mail|de mail)|niet (?:\w+ ){0,4}(?:via|per) (?:dit|deze|e-?mail|de mail))/,
    unconditional: true,
  },
  {
    verdict: 'wrong-channel',
    rule: 'use the form (nl)',
    pattern: new RegExp(
      String.raw`\b(?:${REPORT_NL})\b.{0,80}\b(?:alleen|uitsluitend|enkel|dient|moet|moeten|dienen|slechts)\b.{0,60}\b(?:via|met|door middel van) (?:ons|onze|het|de|dit) .{0,40}\b(?:formulier|meldformulier|webformulier|portaal|kanaal|meldpunt|pagina|knop)|\b(?:gebruik|maak) (?:a\.?u\.?b\.? |alstublieft |hiervoor |daarvoor )?(?:gebruik van )?(?:ons|het|onze|de) .{0,40}\b(?:formulier|meldformulier|webformulier|portaal|meldknop)\b`,
    ),
    unconditional: true,
  },
  {
    verdict: 'out-of-scope',
    rule: 'not ours (en)',
    pattern:
      /\b(?:(?:is|are|was|were) not (?:\w+ )?(?:hosted|stored|operated|owned|controlled|provided|managed|run|located|published) (?:\w+ )?(?:by|on|with|at|within) (?:us\b|our\b|the \w+ (?:platform|service|network)|\w+(?:'s)? (?:servers?|services?|platform|network)?)|(?:we|\w+) (?:do|does) not (?:host|operate|own|control|store|manage) (?:this|the|that|these|any)|(?:falls?|is|are|lies?) (?:outside|out of|beyond) (?:of )?(?:the |our )?(?:scope|remit|jurisdiction|responsibilit|services?|control|competence|mandate)|not within (?:the |our )(?:scope|remit|jurisdiction|control)|no (?:control|influence) over (?:the|this|that) (?:content|site|website|page)|(?:contact|reach out to) the (?:website owner|site owner|webmaster|hosting provider|host) (?:directly|of|to)|(?:we|\w+) (?:are|is) not the (?:\w+ )?(?:host|provider|operator|owner|registrar|publisher|controller) (?:of|for)|not (?:a )?(?:customer|user|client) of ours|does not apply to (?:our|this) (?:service|platform|product))/,
  },
  {
    verdict: 'out-of-scope',
    rule: 'not ours (nl)',
    pattern:
      /\b(?:niet (?:door|bij|op) (?:ons|onze \w+|\w+) (?:wordt )?(?:gehost|geplaatst|beheerd|opgeslagen|aangeboden)|hosten (?:wij|we)?.{0,40}\bniet\b|(?:wij|we) (?:hosten|beheren) (?:deze|dit|die|de|het).{0,40}\bniet|valt (?:\w+ ){0,3}buiten (?:de |het |onze |ons )?(?:\w+ )?(?:bereik|reikwijdte|bevoegdheid|verantwoordelijkheid|dienst|invloed)|(?:zijn|is) (?:niet de|geen) (?:\w+ )?(?:aanbieder|hostingprovider|beheerder|eigenaar|exploitant|uitgever) (?:van|voor)|buiten (?:onze|ons) (?:bevoegdheid|macht|verantwoordelijkheid|invloed|bereik|reikwijdte|werkgebied)|geen (?:klant|gebruiker|dienst) van ons|niet van toepassing op (?:onze|deze) dienst)/,
  },
  {
    verdict: 'insufficient',
    rule: 'closed for lack of information (en)',
    pattern:
      /\b(?:clos(?:ed|ing|e)|can not|could not|unable|not able|will not|rejected|declined|dismissed)\b.{0,140}\b(?:(?:did|have|had) not (?:\w+ )?(?:receive|received|hear|heard|provide|provided|get|gotten|respond|responded|reply|replied)|no (?:response|reply|answer|further information)|(?:insufficient|not enough|lack of|too little|incomplete|missing|without (?:sufficient|enough|further|additional|more|the (?:requested|required|necessary))) (?:\w+ )?(?:information|details?|detail|evidence|substantiation|data))/,
  },
  {
    verdict: 'insufficient',
    rule: 'notice incomplete (en)',
    pattern:
      /\b(?:notice|report|request|complaint|notification) (?:\w+ ){0,3}(?:does|did|do) not (?:\w+ )?(?:meet|satisfy|fulfil|comply with|contain)\b.{0,60}\b(?:requirements?|article 16|formal|elements)/,
  },
  {
    verdict: 'insufficient',
    rule: 'too little to go on, closed (en)',
    pattern:
      /(?:(?:did|have|had) not (?:\w+ )?(?:receive|received|hear|heard|provide|provided|get|respond|responded|reply|replied)|\bno (?:response|reply|answer)\b|\b(?:insufficient|not enough|not sufficient|lack of|incomplete|missing|not (?:contain|include|provide) (?:enough|sufficient)|not sufficiently (?:precise|substantiated|specific|detailed))\b).{0,160}\b(?:clos(?:ed|ing|e)|can not (?:process|act|take|proceed|assess|be (?:processed|assessed))|could not (?:process|act|take|proceed|assess|be (?:processed|assessed))|(?:un|not )able to (?:process|act|take|proceed|assess)|rejected|declined|dismissed)\b/,
  },
  {
    verdict: 'insufficient',
    rule: 'closed for lack of information (nl)',
    pattern:
      /(?:\b(?:geen|niet) (?:\w+ ){0,4}(?:reactie|antwoord|informatie|gegevens|vernomen|ontvangen)\b|\b(?:onvoldoende|te weinig|ontbrekende|incomplete) (?:\w+ )?(?:informatie|gegevens|onderbouwing|onderbouwd|bewijs)|\bonvoldoende (?:\w+ )?(?:onderbouwd|gespecificeerd|duidelijk)).{0,160}\b(?:gesloten|afgesloten|sluiten|niet (?:\w+ ){0,3}(?:behandelen|beoordelen|verwerken|in behandeling|worden behandeld)|afgewezen|afgehandeld)|\b(?:gesloten|afgesloten|sluiten|niet in behandeling|afgewezen|niet (?:verder )?(?:behandelen|beoordelen))\b.{0,160}\b(?:omdat|wegens|aangezien|vanwege|door|nu)\b.{0,60}\b(?:geen (?:\w+ ){0,3}(?:reactie|antwoord|informatie|gegevens)|onvoldoende|te weinig|ontbre|niet (?:\w+ ){0,4}(?:ontvangen|gereageerd|aangeleverd))/,
  },
];
