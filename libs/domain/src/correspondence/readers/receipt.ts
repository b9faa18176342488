import { plainWords } from '../sentences.js';
import { firstHit, type Reader } from './reader.js';
import { joined, said, saidWith } from '../said.js';

const OURS_EN = joined`
  (?:report|reports|notice|notification|notifications|request|requests|complaint|message|e-?mail|submission
  |inquiry|enquiry|case|ticket|flag|claim|form|appeal|concern|query|letter|referral|correspondence)
`;
const OURS_NL = joined`
  (?:melding|meldingen|bericht|e-?mail|mail|klacht|verzoek|aanvraag|notificatie|vraag|formulier|bezwaar|brief
  |kennisgeving|signaal|zaak|dossier)
`;
const STRONG = {
  'duplicate (en)': said`
      \b(?:duplicate of|is a duplicate|already (?:been )?(?:reported|received|reviewing|under review
      |being (?:reviewed|investigated|handled))|same (?:content|report|issue) (?:\w+ ){0,4}(?:earlier|before
      |already)|(?:merged|combined) (?:\w+ ){0,4}(?:with|into))\b
    `,
  'duplicate (nl)':
    /\b(?:dubbele melding|duplicaat|al (?:eerder )?(?:gemeld|in behandeling|ontvangen)|samengevoegd met)\b/,
  'received (en)': said`
      \b(?:have|has|had|successfully|we) (?:now |just |safely |successfully |duly |been )*(?:received|logged
      |registered|recorded|got|forwarded|passed on|escalated)\b.{0,50}\b${OURS_EN}\b|\b(?:your|the
      |this) (?:\w+ ){0,4}?${OURS_EN}\b.{0,80}?\b(?:has|have|was|were|is|are) (?:\w+ ){0,3}?(?:received
      |submitted|registered|logged|created|opened|assigned|forwarded|queued|recorded|in review|under review
      |being (?:reviewed|processed|investigated|looked)|escalated|in (?:our|the) queue|accepted for review
      |pending)\b|\b(?:acknowledg\w*|confirm\w*) (?:the )?(?:receipt|receiving|that we (?:have )?received
      |we (?:have )?received|your (?:report|notice|submission))|\breceipt of your\b|\b(?:ticket|case|request
      |report) (?:\w+ ){0,3}(?:has been |was )?(?:created|opened|registered|received)\b|\b(?:ticket|case
      |request|report|notice|message) (?:\w+ ){0,2}(?:has been|was|has|have) (?:submitted|logged|filed
      |come through|reached us)\b|\b(?:escalated|forwarded|passed|routed|assigned) (?:this|it|your \w+
      |the \w+) (?:\w+ ){0,3}?to (?:our|the|my)\b|\b(?:request|report|notice|message|complaint) received\b
      |\breceived your\b
    `,
  'will look (en)': said`
      \b(?:we|team|specialists?|moderators?|someone|agent|colleagues?|representative) (?:\w+ ){0,2}?(?:will|are
      |is|'ll) (?:\w+ ){0,3}?(?:review|reviewing|look|looking|investigat\w*|assess\w*|get back|respond
      |examin\w*|reply|process\w*|be in touch|contact you|evaluat\w*|check\w*|consider\w*|handl\w*)\b
      |\bwe review your\b|\bunder review\b|\bwill be (?:\w+ )?(?:reviewed|assessed|investigated|processed
      |handled|in touch|looked)\b|\b(?:let you know|notify you|inform you|update you|hear from us
      |be notified) (?:\w+ ){0,5}(?:once|when|as soon|after|within|of (?:our|the) (?:decision|outcome))
    `,
  'received (nl)': said`
      \b(?:ontvangen|binnengekomen|geregistreerd|ontvangst)\b.{0,60}\b${OURS_NL}\b
      |\b${OURS_NL}\b.{0,80}\b(?:ontvangen|binnengekomen|geregistreerd|aangemaakt|in behandeling|doorgestuurd
      |doorgezet|in goede orde)\b|\bin (?:goede orde|behandeling)\b|\b(?:bevestig\w*
      |bevestiging) (?:\w+ ){0,3}(?:de )?ontvangst\b|\bontvangstbevestiging\b
    `,
  'will look (nl)': said`
      \b(?:wij|we|ons team|een medewerker|onze medewerkers|moderatoren|een collega|zij
      |ze) (?:\w+ ){0,4}?(?:nemen|neemt|zullen|zal|gaan|gaat|bekijken|bekijkt|beoordelen|beoordeelt|onderzoeken
      |onderzoekt|streven|komen|komt|laten)\b.{0,100}\b(?:contact|behandeling|melding|bekijken|beoordelen
      |onderzoeken|reageren|reactie|weten|terug|beantwoorden|klacht|verzoek|bericht)
      |\bwordt (?:\w+ ){0,4}(?:beoordeeld|bekeken|behandeld|onderzocht)\b|\bzo (?:snel
      |spoedig) mogelijk\b.{0,60}\b(?:reactie|antwoord|contact|bericht|terug|beoordel|behandel|reageren)
    `,
};
const WEAK = {
  'thanks (en)': said`
      \b(?:thank you|thanks) for (?:your (?:\w+ ){0,2}(?:report|notice|submission|notification)|(?:reporting
      |submitting|flagging|notifying|bringing|letting us know))
    `,
  'thanks (nl)': /\b(?:bedankt|dank u|dank je|dank) (?:\w+ )?voor (?:uw|je|het|jouw) (?:\w+ ){0,2}(?:melding|melden)/,
};
/** Conditions, and sentences that tell what was not done. */
const NO_RECEIPT = said`
    ^(?:if|when|once|after|als|indien|nadat|toen|wanneer)\b|\bnot (?:\w+ )?(?:been )?(?:received?|accept\w*
    |process\w*|handl\w*)\b|\b(?:niet|geen)\b.{0,40}\b(?:behandeling|ontvangen|behandel\w*|reactie|antwoord)\b
    |\b(?:unable|rejected|declined|afgewezen|geweigerd)\b
  `;
/** Somebody has already judged: then this is no receipt, even if we could not read the judgement. */
const REVIEWED = saidWith('u')`
    \b(?:(?:we|i|team|moderators?|specialists?)(?:,)? (?:have |has |had )?(?:\w+ ){0,3}(?:reviewed|re-?reviewed
    |assessed|investigated|examined|considered|evaluated|concluded|decided|determined|completed (?:our|the
    |its) (?:review|assessment|investigation)|looked into|looked at|analy[sz]ed)|(?:has|have|was
    |were) (?:\w+ ){0,2}(?:reviewed|assessed|investigated|resolved|solved|closed|decided|completed|concluded
    |processed)|(?:we|i) (?:have )?(?:found|taken|removed|deleted|took|looked)\b|(?:after|following|upon
    |based on) (?:\w+ ){0,3}(?:review|investigating|reviewing|investigation|assessment|consideration|careful)
    |(?:our|a|the) (?:final )?(?:decision|determination|outcome) (?:is|was|has|on|about|regarding)|update (?:on
    |about|regarding|to) your|(?:hebben|heeft|heb|is|zijn|na) (?:[\p{L}]+ ){0,6}(?:beoordeeld|bekeken
    |onderzocht|besloten|beslist|bestudeerd|afgehandeld|afgerond|gesloten|behandeld)
    |na (?:\w+ ){0,3}(?:beoordeling|onderzoek|controle)|ons besluit|onze beslissing|update over uw)\b
  `;

/** "We write as soon as we have reviewed it" judges nothing. */
const LATER = /\b(?:as soon as|once|when|until|zodra|wanneer|totdat) .{0,80}/g;

/** The other side confirms that it has the notice; nothing is decided. */
export const receipt: Reader = ({ subject, sentences, visible, mail }) => {
  const plains = sentences.slice(0, 60).map(({ plain }) => plain);
  const strong = plains
    .map((plain) => (NO_RECEIPT.test(plain) ? undefined : firstHit(STRONG, plain)))
    .find((rule) => rule !== undefined);
  const judged = plains
    .map((plain) => REVIEWED.exec(plain.replace(LATER, ' '))?.[0])
    .find((words) => words !== undefined);
  if (judged !== undefined && !(strong ?? '').startsWith('duplicate'))
    return { meaning: 'unread', confidence: 0.2, because: [`judged, but not understood: "${judged.slice(0, 120)}"`] };
  if (strong !== undefined) return { meaning: 'receipt', confidence: 0.87, because: [strong] };
  const bySubject = mail.inReplyTo.length === 0 || !/^re\b/i.test(mail.subject) ? firstHit(STRONG, subject) : undefined;
  const weak = plains.map((plain) => firstHit(WEAK, plain)).find((rule) => rule !== undefined);
  if (bySubject !== undefined && weak !== undefined)
    return { meaning: 'receipt', confidence: 0.8, because: [bySubject, weak] };
  return weak !== undefined && sentences.length <= 5 && plainWords(visible).length < 300
    ? { meaning: 'receipt', confidence: 0.6, because: [weak] }
    : undefined;
};
