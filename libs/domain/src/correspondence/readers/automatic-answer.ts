// RFC 3834 automatic answers, RFC 8098 read receipts, RFC 5545 invitations.
import { header, type ParsedMail } from '../parsed-mail.js';
import { contentType, type ReplyText } from '../reply-text.js';
import { plainWords } from '../sentences.js';
import { firstHit, type Reader } from './reader.js';
import { said } from '../said.js';

const SUBJECT = said`
    ^\W{0,3}(?:automatic (?:reply|response)|auto(?:mated|-)?[ -]?(?:reply|response|answer|responder)|autoreply
    |auto:|out of (?:the )?office|ooo\b|away from|vacation|on leave|automatisch(?:e)? (?:antwoord|beantwoording
    |reactie|bericht)|afwezig\w*|niet aanwezig|abwesenheit\w*|abwesend|automatische antwort|réponse automatique
    |absence du bureau|respuesta automática|risposta automatica|i am away|afwezigheids\w*)
  `;
const AWAY = {
  'away (en)': said`
      \b(?:out of (?:the )?office|(?:i am|i will be|we are
      |currently) (?:\w+ ){0,3}(?:on (?:annual |parental |maternity |sick |holiday |paternity )?(?:leave
      |holiday|vacation)|away from|out of (?:the )?office|on a business trip|not in the office)|(?:will
      |back) (?:be )?(?:return(?:ing)?|back) (?:to|in|at) the office|(?:limited|no) access to (?:my )?e-?mail
      |(?:i am|i will be) (?:away|absent)\b|no longer (?:with|working (?:at|for|with)|employed)|(?:office
      |support|desk) is (?:currently )?closed (?:for|until|from|due)|outside (?:of )?(?:our )?(?:office
      |business|working) hours)\b
    `,
  'away (nl)': said`
      \b(?:(?:ik ben|wij zijn|momenteel|tijdelijk) (?:\w+ ){0,5}(?:afwezig|met (?:vakantie|verlof)|op vakantie
      |niet (?:op kantoor|aanwezig|bereikbaar|op het werk))|niet op kantoor|ben (?:ik )?(?:weer )?(?:terug
      |aanwezig|bereikbaar) (?:op|vanaf)|(?:ik|we) (?:ben|zijn) (?:weer )?(?:terug|bereikbaar|aanwezig) (?:op
      |vanaf)|niet meer werkzaam|buiten (?:onze )?(?:kantooruren|openingstijden)
      |kantoor is (?:\w+ ){0,3}gesloten|met (?:zwangerschaps|ouderschaps)?verlof)\b
    `,
  'away (de)': said`
      \b(?:nicht im büro|außer haus|im urlaub|abwesend|abwesenheit|nicht erreichbar|elternzeit
      |wieder erreichbar|nicht mehr (?:im unternehmen|für))\b
    `,
  'away (fr)': /\b(?:absent(?:e)? (?:du bureau|jusqu)|en congé|de retour le|actuellement absent)/,
};
const AUTO_HEADERS: ReadonlyArray<readonly [string, RegExp]> = [
  ['auto-submitted', /^auto-replied/i],
  ['x-apple-action', /vacation/i],
  ['x-autoreply', /./],
  ['x-autorespond', /./],
  ['x-autoreply-from', /./],
  ['x-ms-exchange-inbox-rules-loop', /./],
  ['x-ms-exchange-generated-message-source', /mailbox rules agent|oof/i],
  ['precedence', /^auto[_-]?reply/i],
  ['x-precedence', /^auto[_-]?reply/i],
  ['preference', /^auto[_-]?reply/i],
  ['x-vacation', /./],
];

/** Somebody is away, or a mailbox only says that it is read by nobody now. */
export const outOfOffice: Reader = (text) => {
  const top = plainWords(text.visible.slice(0, 2500));
  const away = firstHit(AWAY, top) ?? firstHit(AWAY, text.subject);
  if (away === undefined) return undefined;
  const auto =
    autoSign(text.mail) ?? (SUBJECT.test(text.subject) ? `subject: "${text.subject.slice(0, 60)}"` : undefined);
  if (auto !== undefined) return { meaning: 'automatic-answer', confidence: 0.97, because: [auto, away] };
  return top.length < 900 && !/\b(?:report|melding|case|ticket|notice)\b.{0,60}\b(?:received|ontvangen)\b/.test(top)
    ? { meaning: 'automatic-answer', confidence: 0.75, because: [away] }
    : undefined;
};

const SHOWN = said`
      ^(?:read|gelezen|not read|niet gelezen|gelesen|lu|ungelesen(?: gelöscht)?|leesbevestiging|read receipt
      |return receipt|disposition notification|delivered|relayed|leesbewijs
      |ontvangstbewijs \(weergegeven\))\s?[:(-]
    `;

/** A mail program says that a mail was shown, or thrown away unread: nothing about the notice. */
export const readReceipt: Reader = ({ mail, subject }) => {
  const type = contentType(mail);
  const isReport =
    type.includes('disposition-notification') ||
    mail.attachments.some((file) => file.type === 'message/disposition-notification');
  const bySubject = SHOWN.test(subject);
  return isReport || bySubject
    ? { meaning: 'automatic-answer', confidence: 0.97, because: ['read receipt'] }
    : undefined;
};

/** The last word of a mail that a machine wrote and no reader understood. */
export const automaticAnswer: Reader = (text: ReplyText) => {
  const auto = autoSign(text.mail);
  if (auto !== undefined) return { meaning: 'automatic-answer', confidence: 0.85, because: [auto] };
  return SUBJECT.test(text.subject)
    ? { meaning: 'automatic-answer', confidence: 0.85, because: [`subject: "${text.subject.slice(0, 60)}"`] }
    : undefined;
};

function autoSign(mail: ParsedMail): string | undefined {
  const found = AUTO_HEADERS.find(([name, value]) => value.test(header(mail, name)));
  return found === undefined ? undefined : `${found[0]}: ${header(mail, found[0]).slice(0, 60)}`;
}
