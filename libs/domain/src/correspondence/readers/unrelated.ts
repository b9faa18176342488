import { header, type ParsedMail } from '../parsed-mail.js';
import { contentType, type ReplyText } from '../reply-text.js';
import { plainWords } from '../sentences.js';
import { firstHit, type Reader } from './reader.js';
import { said } from '../said.js';

const ABOUT_A_REPORT = said`
    \byour (?:\w+ ){0,3}(?:report|notice|request|complaint|case|ticket|submission|flag|appeal|inquiry
    |enquiry)\b|\byou (?:recently |have )?(?:reported|flagged|submitted|notified|contacted)\b|\b(?:uw|je|jouw
    |deze) (?:\w+ ){0,2}(?:melding|klacht|verzoek|aanvraag|notificatie)\b|\bu (?:heeft
    |hebt) (?:\w+ ){0,6}gemeld\b|\btf-\d{4}-\d{6}\b|\b(?:reported|gemelde) (?:content|inhoud|post|video|url)
  `;

const NEWSLETTER = {
  'news (en)': said`
      \b(?:newsletter|digest|webinar|what's new|product update|release notes|monthly update|weekly update
      |quarterly (?:update|report)|transparency report|register now|save the date|invite you to
      |you are receiving this (?:e-?mail|message) because you (?:\w+ ){0,3}(?:subscribed|signed up|opted)
      |press release|special offer|discount|limited time|trial)\b
    `,
  'news (nl)': said`
      \b(?:nieuwsbrief|persbericht|aanmelden voor|korting|aanbieding|u ontvangt deze (?:e-?mail|nieuwsbrief
      |mail) omdat|schrijf u in|inschrijven voor|webinar)\b
    `,
};
const NOTICE_OF_TERMS = {
  'change of terms (en)': said`
      \b(?:(?:updat|chang|revis|amend)\w* (?:\w+ ){0,4}(?:terms|privacy policy|privacy notice|user agreement
      |cookie policy|policies|data processing)|(?:terms|privacy policy|user agreement) (?:\w+ ){0,4}(?:updat
      |chang|revis))
    `,
  'change of terms (nl)': said`
      \b(?:(?:wijzig|pas|update|aanpassing|vernieuw)\w* (?:\w+ ){0,5}(?:voorwaarden|privacybeleid
      |privacyverklaring|gebruikersovereenkomst)|(?:voorwaarden|privacybeleid
      |privacyverklaring) (?:\w+ ){0,4}(?:gewijzigd|aangepast|bijgewerkt|wijzig))
    `,
};
const ACCOUNT_MAIL = {
  'our own account': said`
      \b(?:new (?:sign-?in|login|device)|sign-?in (?:attempt|from)|login attempt|password (?:reset|changed
      |was changed|expire)|reset your password|security alert|two-?factor|invoice|payment (?:received|failed
      |due)|your subscription|nieuwe aanmelding|inlogpoging|wachtwoord (?:gewijzigd|opnieuw|herstellen
      |resetten)|factuur|betaling|beveiligingsmelding)\b
    `,
};
const SURVEY = {
  'survey (en)': said`
      \b(?:how (?:did we do|would you rate|satisfied|was your|likely are you|are we doing|was the (?:support
      |service|help))|rate (?:your|our|the|this|us)|(?:short|quick|brief|satisfaction|customer|feedback|minute
      |our) survey|survey\b|your feedback (?:is|helps|matters|on)|we(?: would|'d) (?:love|like|appreciate
      |value) (?:to hear )?your (?:feedback|opinion|thoughts)|share your (?:feedback|experience)
      |tell us (?:about|how) (?:your|we) (?:experience|did)|customer satisfaction|csat|good, i am satisfied)\b
    `,
  'survey (nl)': said`
      \b(?:hoe (?:tevreden|heeft u|heb je|hebben wij|beoordeelt|was uw|waarschijnlijk is)|tevredenheids\w*
      |enquête|klanttevredenheid\w*|wat vond (?:u|je)|beoordeel (?:ons|onze|uw|de)|uw mening|jouw mening
      |feedback over|onderzoek naar)\b
    `,
};

const INVITATION = said`
      ^(?:(?:accepted|declined|tentative|geaccepteerd|geweigerd|canceled|cancelled|geannuleerd|invitation
      |updated invitation|uitnodiging|einladung|zugesagt|abgelehnt)\s?:)
    `;

/** Invitations for a meeting, and their answers. */
export const calendar: Reader = ({ mail, subject }) => {
  const invite =
    contentType(mail).startsWith('text/calendar') ||
    mail.attachments.some((file) => file.type === 'text/calendar' || file.type === 'application/ics');
  const bySubject = INVITATION.test(subject);
  return invite || bySubject
    ? {
        meaning: 'unrelated',
        confidence: 0.9,
        because: [invite ? 'calendar part' : `subject: "${subject.slice(0, 60)}"`],
      }
    : undefined;
};

/** Mail to many: news, changed terms, mail about our own account. It speaks of removals in general, so it goes first. */
export const newsletter: Reader = (text) => {
  const words = plainWords(text.visible.slice(0, 8000));
  const terms = firstHit(NOTICE_OF_TERMS, text.subject);
  if (terms !== undefined) return { meaning: 'unrelated', confidence: 0.85, because: [terms] };
  if (answersUs(text, words)) return undefined;
  const bulk = bulkSign(text.mail);
  const rule =
    firstHit(NEWSLETTER, text.subject) ?? firstHit(ACCOUNT_MAIL, text.subject) ?? firstHit(NOTICE_OF_TERMS, words);
  const news = firstHit(NEWSLETTER, words);
  if (rule !== undefined)
    return { meaning: 'unrelated', confidence: bulk ? 0.95 : 0.8, because: [...(bulk ? [bulk] : []), rule] };
  return bulk && news !== undefined ? { meaning: 'unrelated', confidence: 0.9, because: [bulk, news] } : undefined;
};

/** Asks how we liked it; after the readers of decisions, since a decision often ends with the same question. */
export const survey: Reader = (text) => {
  const rule = firstHit(SURVEY, text.subject) ?? firstHit(SURVEY, plainWords(text.visible.slice(0, 1500)));
  if (
    rule === undefined ||
    /\b(?:received|ontvangen|under review|in behandeling)\b/.test(plainWords(text.visible.slice(0, 600)))
  )
    return undefined;
  return { meaning: 'unrelated', confidence: 0.85, because: [rule] };
};

/** The subject alone says that it asks for marks: what follows is the history of the question. */
export const surveyBySubject: Reader = (text) => {
  const rule = text.mail.inReplyTo.length > 0 ? undefined : firstHit(SURVEY, text.subject);
  return rule === undefined ? undefined : { meaning: 'unrelated', confidence: 0.85, because: [`subject, ${rule}`] };
};

const answersUs = (text: ReplyText, words: string): boolean =>
  text.mail.inReplyTo.length > 0 || ABOUT_A_REPORT.test(text.subject) || ABOUT_A_REPORT.test(words);

function bulkSign(mail: ParsedMail): string | undefined {
  if (header(mail, 'list-unsubscribe') !== '') return 'List-Unsubscribe';
  if (header(mail, 'list-id') !== '') return 'List-Id';
  return /^(?:bulk|list|junk)/i.test(header(mail, 'precedence')) ? 'Precedence: bulk' : undefined;
}
