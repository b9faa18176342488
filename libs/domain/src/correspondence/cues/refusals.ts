import type { Cue } from './cue.js';
import { joined, said } from '../said.js';

const REPORT_EN = joined`
  (?:reports?|notices?|requests?|complaints?|e-?mails?|messages?|submissions?|inquir(?:y|ies)|enquir(?:y|ies)
  |concerns?|claims?|matter|issue)
`;
const REPORT_NL = joined`
  (?:meldingen|melding|verzoeken|verzoek|klachten|klacht|e-?mails?|bericht|aanvraag|aanvragen)
`;

/** Refused without judging the content: where it is asked, whether it is theirs, or too little to go on. */
export const REFUSALS: readonly Cue[] = [
  {
    verdict: 'wrong-channel',
    rule: 'not the right channel (en)',
    pattern: said`
      \b(?:(?:is|are|was) not (?:the )?(?:right|correct|appropriate|proper|intended|designated) (?:place
      |channel|form|address|department|team|mailbox|inbox|contact|way|process|queue)|(?:wrong
      |incorrect) (?:form|channel|address|department|mailbox|team|inbox|contact)|(?:no longer|not
      |only) (?:be able to )?(?:accept|process|handle|receive|respond to|support|consider
      |act on)\w* (?:\w+ ){0,5}(?:via|by|through|over|sent to|at|submitted (?:via|by|through|to)|in
      |received (?:via|by|through)) (?:this |our |the |an? )?(?:\w+ )?(?:e-?mail|channel|mailbox|inbox|address
      |form|portal|webform|online form|english))
    `,
    unconditional: true,
  },
  {
    verdict: 'wrong-channel',
    rule: 'mailbox for other things (en)',
    // Not "does not accept incoming mail", which stands below many a receipt.
    pattern: said`
      \b(?:mailbox|inbox|address|team|department|channel) (?:does|do|can) not (?:\w+ )?(?:handle|process|accept
      |take|deal with|review) (?:\w+ )?(?:notices|reports|complaints|legal \w+|takedown \w+)\b
    `,
    unconditional: true,
  },
  {
    verdict: 'wrong-channel',
    rule: 'not in a language they take',
    pattern:
      /\b(?:not (?:\w+ ){0,3}in (?:a |one of the )?(?:supported )?languages?|(?:re-?submit|submit|send|file|provide) (?:\w+ ){0,5}in english|only (?:\w+ ){0,4}in english|language (?:\w+ ){0,3}not supported)\b/,
    unconditional: true,
  },
  {
    verdict: 'wrong-channel',
    rule: 'cannot be handled here (en)',
    pattern: said`
      \b(?:${REPORT_EN}|we|this team|this department|our team)\b.{0,60}\b(?:can not|unable to|are not able to
      |will not|not be)\b.{0,60}\b(?:via|by|through|at|from|over|in) (?:this|e-?mail)(?: (?:channel|e-?mail
      |mailbox|inbox|address|form|queue|way|team|department))?\b
    `,
  },
  {
    verdict: 'wrong-channel',
    rule: 'must be sent through the form (en)',
    pattern: said`
      \b(?:${REPORT_EN})\b.{0,60}\b(?:must|need to|needs to|have to|has to|can only|may only|should
      |are only accepted|only be)\b.{0,40}\b(?:submitted|filed|sent|reported|made|lodged|accepted|directed
      |raised)\b.{0,30}\b(?:via|through|using|to|on|with|at) (?:our |the |this |a )?(?:\w+ ){0,4}(?:form|portal
      |webform|channel|tool|website|page|address|team|mailbox|centre|center)\b
    `,
    unconditional: true,
  },
  {
    verdict: 'wrong-channel',
    rule: 'please use the form instead (en)',
    pattern: said`
      \b(?:please|kindly|you (?:will )?need to|you must|you have to|we (?:kindly )?ask you to) (?:re-?submit
      |submit|file|send|use|report|re-?file|redirect|direct|make)\b.{0,80}\b(?:via|through|using|using our|form
      |portal|channel|webform)\b.{0,60}\b(?:instead|so that|in order|otherwise|for (?:it|this|these|your)
      |to (?:have|ensure|be|report|submit|file|process))\b|\bplease (?:re-?submit|use (?:our
      |the) (?:\w+ ){0,5}(?:form|channel|portal))\b
    `,
  },
  {
    verdict: 'wrong-channel',
    rule: 'wrong channel (nl)',
    pattern: said`
      \b(?:verkeerde? (?:formulier|kanaal|adres|afdeling|mailadres|e-?mailadres|loket)|niet (?:het
      |de) (?:juiste|goede|geëigende|bedoelde) (?:formulier|kanaal|adres|afdeling|plek|weg|loket|e-?mailadres
      |plaats)|(?:kan|kunnen|nemen|worden|wordt|behandelen|verwerken
      |accepteren)\b.{0,60}\bniet\b.{0,50}\b(?:via|per|op) (?:dit|deze|e-?mail|de mail)
      |niet (?:\w+ ){0,4}(?:via|per) (?:dit|deze|e-?mail|de mail))
    `,
    unconditional: true,
  },
  {
    verdict: 'wrong-channel',
    rule: 'use the form (nl)',
    pattern: said`
      \b(?:${REPORT_NL})\b.{0,80}\b(?:alleen|uitsluitend|enkel|dient|moet|moeten|dienen
      |slechts)\b.{0,60}\b(?:via|met|door middel van) (?:ons|onze|het|de|dit) .{0,40}\b(?:formulier
      |meldformulier|webformulier|portaal|kanaal|meldpunt|pagina|knop)|\b(?:gebruik
      |maak) (?:a\.?u\.?b\.? |alstublieft |hiervoor |daarvoor )?(?:gebruik van )?(?:ons|het|onze
      |de) .{0,40}\b(?:formulier|meldformulier|webformulier|portaal|meldknop)\b
    `,
    unconditional: true,
  },
  {
    verdict: 'out-of-scope',
    rule: 'not ours (en)',
    pattern: said`
      \b(?:(?:is|are|was|were) not (?:\w+ )?(?:hosted|stored|operated|owned|controlled|provided|managed|run
      |located|published) (?:\w+ )?(?:by|on|with|at|within) (?:us\b|our\b|the \w+ (?:platform|service|network)
      |\w+(?:'s)? (?:servers?|services?|platform|network)?)|(?:we|\w+) (?:do|does) not (?:host|operate|own
      |control|store|manage) (?:this|the|that|these|any)|(?:falls?|is|are|lies?) (?:outside|out of
      |beyond) (?:of )?(?:the |our )?(?:scope|remit|jurisdiction|responsibilit|services?|control|competence
      |mandate)|not within (?:the |our )(?:scope|remit|jurisdiction|control)|no (?:control
      |influence) over (?:the|this|that) (?:content|site|website|page)|(?:contact
      |reach out to) the (?:website owner|site owner|webmaster|hosting provider|host) (?:directly|of|to)|(?:we
      |\w+) (?:are|is) not the (?:\w+ )?(?:host|provider|operator|owner|registrar|publisher|controller) (?:of
      |for)|not (?:a )?(?:customer|user|client) of ours|does not apply to (?:our|this) (?:service|platform
      |product))
    `,
  },
  {
    verdict: 'out-of-scope',
    rule: 'not ours (nl)',
    pattern: said`
      \b(?:niet (?:door|bij|op) (?:ons|onze \w+|\w+) (?:wordt )?(?:gehost|geplaatst|beheerd|opgeslagen
      |aangeboden)|hosten (?:wij|we)?.{0,40}\bniet\b|(?:wij|we) (?:hosten|beheren) (?:deze|dit|die|de
      |het).{0,40}\bniet|valt (?:\w+ ){0,3}buiten (?:de |het |onze |ons )?(?:\w+ )?(?:bereik|reikwijdte
      |bevoegdheid|verantwoordelijkheid|dienst|invloed)|(?:zijn|is) (?:niet de|geen) (?:\w+ )?(?:aanbieder
      |hostingprovider|beheerder|eigenaar|exploitant|uitgever) (?:van|voor)|buiten (?:onze|ons) (?:bevoegdheid
      |macht|verantwoordelijkheid|invloed|bereik|reikwijdte|werkgebied)|geen (?:klant|gebruiker|dienst) van ons|geen invloed op (?:de|deze|die|het)
      |niet van toepassing op (?:onze|deze) dienst)
    `,
  },
  {
    verdict: 'insufficient',
    rule: 'closed for lack of information (en)',
    pattern: said`
      \b(?:clos(?:ed|ing|e)|can not|could not|unable|not able|will not|rejected|declined
      |dismissed)\b.{0,140}\b(?:(?:did|have|had) not (?:\w+ )?(?:receive|received|hear|heard|provide|provided
      |get|gotten|respond|responded|reply|replied)|no (?:response|reply|answer|further information)
      |(?:insufficient|not enough|lack of|too little|incomplete|missing|without (?:sufficient|enough|further
      |additional|more|the (?:requested|required|necessary))) (?:\w+ )?(?:information|details?|detail|evidence
      |substantiation|data))
    `,
  },
  {
    verdict: 'insufficient',
    rule: 'notice incomplete (en)',
    pattern: said`
      \b(?:notice|report|request|complaint|notification) (?:\w+ ){0,3}(?:does|did|do) not (?:\w+ )?(?:meet
      |satisfy|fulfil|comply with|contain)\b.{0,60}\b(?:requirements?|article 16|formal|elements)
    `,
  },
  {
    verdict: 'insufficient',
    rule: 'too little to go on, closed (en)',
    pattern: said`
      (?:(?:did|have|had) not (?:\w+ )?(?:receive|received|hear|heard|provide|provided|get|respond|responded
      |reply|replied)|\bno (?:response|reply|answer)\b|\b(?:insufficient|not enough|not sufficient|lack of
      |incomplete|missing|not (?:contain|include|provide) (?:enough|sufficient)|not sufficiently (?:precise
      |substantiated|specific|detailed))\b).{0,160}\b(?:clos(?:ed|ing|e)|can not (?:process|act|take|proceed
      |assess|be (?:processed|assessed))|could not (?:process|act|take|proceed|assess|be (?:processed
      |assessed))|(?:un|not )able to (?:process|act|take|proceed|assess)|rejected|declined|dismissed)\b
    `,
  },
  {
    verdict: 'insufficient',
    rule: 'closed for lack of information (nl)',
    pattern: said`
      (?:\b(?:geen|niet) (?:\w+ ){0,4}(?:reactie|antwoord|informatie|gegevens|vernomen|ontvangen)\b
      |\b(?:onvoldoende|te weinig|ontbrekende|incomplete) (?:\w+ )?(?:informatie|gegevens|onderbouwing
      |onderbouwd|bewijs)|\bonvoldoende (?:\w+ )?(?:onderbouwd|gespecificeerd|duidelijk)).{0,160}\b(?:gesloten
      |afgesloten|sluiten|niet (?:\w+ ){0,3}(?:behandelen|beoordelen|verwerken|in behandeling|worden behandeld)
      |afgewezen|afgehandeld)|\b(?:gesloten|afgesloten|sluiten|niet in behandeling|afgewezen
      |niet (?:verder )?(?:behandelen|beoordelen))\b.{0,160}\b(?:omdat|wegens|aangezien|vanwege|door
      |nu)\b.{0,60}\b(?:geen (?:\w+ ){0,3}(?:reactie|antwoord|informatie|gegevens)|onvoldoende|te weinig|ontbre
      |niet (?:\w+ ){0,4}(?:ontvangen|gereageerd|aangeleverd))
    `,
  },
];
