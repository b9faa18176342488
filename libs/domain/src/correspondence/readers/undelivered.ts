// RFC 3464 delivery status notifications, and the free text of mail systems that do not write one.
import { header, type ParsedMail } from '../parsed-mail.js';
import type { Finding } from '../reading.js';
import { contentType, type ReplyText } from '../reply-text.js';
import { plainWords } from '../sentences.js';
import { firstHit, type Reader } from './reader.js';
import { said, saidWith } from '../said.js';

const DAEMON = saidWith('i')`
    ^(?:mailer[-_]?(?:daemon|deamon)|postmaster|mail[-.]?daemon|mailerdaemon|mail-delivery|bounce[sd]?
    |bounce-?handler|mdaemon|mailadmin|noreply-postmaster|complaints)\b|^mail delivery (?:sub)?system
  `;
const DELAYED = {
  'delayed (en)': said`
      \b(?:(?:delivery|message|mail|e-?mail) (?:\w+ ){0,4}(?:delayed|deferred|is still (?:queued|waiting
      |in the queue))|delay(?:ed)? (?:in|mail|notification|delivery)
      |could not (?:be )?(?:deliver(?:ed)?) (?:\w+ ){0,8}(?:yet|for the last|since)
      |not (?:yet )?been delivered (?:yet|for|after)|warning: (?:could not send|message|e-?mail)
      |will (?:continue to try|keep trying|be retried|continue trying)|(?:not|n't) (?:need to |have to )?resend
      |has not (?:yet )?been delivered|temporary (?:failure|problem|error) (?:\w+ ){0,4}(?:retry|delivery
      |deliver))
    `,
  'delayed (nl)':
    /\b(?:vertraagd|vertraging bij (?:de )?bezorging|nog niet (?:worden )?bezorgd|wordt opnieuw geprobeerd)/,
};
const FAILED = {
  'failed delivery, subject (en)': said`
      ^(?:\W{0,3}(?:warning|notice|auto|spam\?*)\W{1,3})?(?:undeliver\w*|undelivered|returned mail
      |mail delivery (?:fail\w*|system|status|error)|delivery (?:status|notification|fail\w*|error|has failed
      |report|problem)|failure (?:notice|delivery)|failed (?:mail|delivery|message)|message (?:delivery failure
      |not delivered|could not|undeliverable|blocked|you sent blocked|status)|non.?delivery|(?:mail|message
      |e-?mail) (?:fail\w*|could not|not delivered|bounced|returned|was not|delivery)|mail system error
      |returned to sender|rejected (?:mail|message)|unable to deliver|dsn:|permanent delivery|address not found
      |nondeliverable|user unknown|unzustellbar|onbestelbaar|niet bezorgd|メールエラー|配信エラー|配信不能
      |postfix smtp server: errors|mail could not|delivery failure|error (?:sending|in mail)|we were unable
      |\[?postmaster\]?|\(?reject)
    `,
  'failed delivery, words (en)': said`
      \b(?:(?:could|can|was|were|is|has|have|did) not (?:be |been )?(?:able to )?(?:deliver\w*|reach(?:ed)?
      |sent|send|accepted|relayed)|unable to (?:deliver|relay|send)|undeliver(?:able|ed)|delivery (?:to (?:the
      |this|\S+) (?:\w+ ){0,4}(?:failed|has failed)|has failed|failed|failure|error|attempts? (?:failed
      |aborted))|returned mail|permanent (?:fatal )?(?:error|failure)|user (?:is )?unknown|unknown (?:user
      |recipient|local|address)|no such (?:user|recipient|mailbox|address|person)|mailbox (?:is )?(?:full
      |unavailable|not found|disabled|does not exist|over quota|quota)|(?:over|exceeded|exceeds
      |quota) ?(?:the |its )?(?:storage |mailbox )?(?:quota|exceeded)|address(?:es)? (?:\w+ )?(?:not found
      |could not be found|failed|rejected|unknown|had permanent)|recipient (?:address )?(?:rejected|unknown
      |not found)|does not exist|host (?:unknown|not found)|relaying? (?:access )?denied|undelivered mail
      |message (?:was )?(?:rejected|blocked|bounced|refused|not delivered|returned)|failed (?:recipient|address
      |to deliver)|rejected (?:your message|by|the following|for policy)|failed permanently
      |bounce(?:d)? message|account (?:has been |is )?(?:disabled|inactive|suspended)|mail(?:box)? delivery
      |returned to (?:you|sender)|giving up|(?:5\d\d)[ -#]5\.\d+\.\d+|status: 5\.|spam message rejected
      |not accept(?:ed|ing)|filtered)
    `,
  'failed delivery, words (nl, de, fr)': said`
      \b(?:onbestelbaar|niet (?:worden )?(?:bezorgd|afgeleverd)|kon niet (?:worden )?(?:bezorgd|afgeleverd)
      |adres niet gevonden|onbekende gebruiker|unzustellbar|nicht zugestellt|konnte nicht zugestellt|non remis
      |n'a pas pu être)
    `,
};

/** The mail system says that a mail of ours did not arrive, or not yet. */
export const undelivered: Reader = (text) => byStatus(text.mail) ?? byCloudNotice(text) ?? byWords(text);

/** Amazon SES tells of bounces and complaints as JSON in a mail of its notification service. */
function byCloudNotice({ whole }: ReplyText): Finding | undefined {
  const kind = /"(?:notificationType|eventType)\\?"\s{0,3}:\s{0,3}\\?"(Bounce|Complaint|Delivery)\\?"/.exec(whole)?.[1];
  if (kind === undefined) return undefined;
  const meaning = kind === 'Bounce' ? 'undelivered' : kind === 'Complaint' ? 'feedback-report' : 'automatic-answer';
  return { meaning, confidence: 0.95, because: [`cloud notice: ${kind}`] };
}

function byStatus(mail: ParsedMail): Finding | undefined {
  const actions = mail.deliveryStatus
    .flatMap((block) => block['action'] ?? [])
    .map((action) => action.toLowerCase().split(/[\s;(]/)[0]);
  const status = mail.deliveryStatus.flatMap((block) => block['status'] ?? []);
  const because = [`delivery status: ${[...actions, ...status].slice(0, 4).join(' ')}`];
  if (actions.includes('failed')) return { meaning: 'undelivered', confidence: 0.99, because };
  if (actions.includes('delayed')) return { meaning: 'delayed', confidence: 0.99, because };
  if (status.some((code) => code.startsWith('5'))) return { meaning: 'undelivered', confidence: 0.97, because };
  if (status.some((code) => code.startsWith('4'))) return { meaning: 'delayed', confidence: 0.9, because };
  if (actions.some((action) => ['delivered', 'relayed', 'expanded'].includes(action ?? '')))
    return { meaning: 'automatic-answer', confidence: 0.95, because };
  return undefined;
}

function byWords({ mail, subject, whole }: ReplyText): Finding | undefined {
  const signs = machineSigns(mail, subject);
  if (signs.length === 0) return undefined;
  const top = plainWords(whole.slice(0, 6000));
  const delayed =
    firstHit(DELAYED, subject) ??
    (FAILED['failed delivery, subject (en)'].test(subject) ? undefined : firstHit(DELAYED, top));
  if (delayed !== undefined && !/\b(?:permanent|giving up|failed permanently|this is a permanent)\b/.test(top))
    return { meaning: 'delayed', confidence: 0.85, because: [...signs, delayed] };
  const failed = firstHit(FAILED, subject) ?? firstHit(FAILED, top);
  return failed === undefined ? undefined : { meaning: 'undelivered', confidence: 0.9, because: [...signs, failed] };
}

function machineSigns(mail: ParsedMail, subject: string): string[] {
  const signs: string[] = [];
  const sender = mail.from[0];
  const type = contentType(mail);
  if (type.includes('delivery-status')) signs.push('report-type=delivery-status');
  if (header(mail, 'x-failed-recipients') !== '') signs.push('X-Failed-Recipients');
  if (
    DAEMON.test(sender?.address ?? '') ||
    DAEMON.test(sender?.name ?? '') ||
    DAEMON.test(header(mail, 'from').replace(/^["'<]{1,3}/, ''))
  )
    signs.push(`from ${sender?.address ?? header(mail, 'from').slice(0, 60)}`);
  if ((mail.headers['return-path'] ?? []).some((path) => /^<?\s?>?$/.test(path))) signs.push('empty Return-Path');
  if (FAILED['failed delivery, subject (en)'].test(subject) && mail.inReplyTo.length + mail.references.length === 0)
    signs.push(`subject: "${subject.slice(0, 60)}"`);
  return signs;
}
