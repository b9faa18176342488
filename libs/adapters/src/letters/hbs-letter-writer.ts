import { createHash } from 'node:crypto';
import { Identities } from '#application/identities.js';
import {
  LetterWriter,
  type Enclosure,
  type LetterFacts,
  type WrittenLetter,
} from '#application/notice/letter-writer.js';
import { LETTER_PURPOSES } from '#domain/correspondence/letter.js';
import { refuseLargeMail } from '#domain/correspondence/largest-mail.js';
import { domainOf, isMailAddress } from '#domain/correspondence/mail-address.js';
import { replyAddress } from '#domain/correspondence/reply-address.js';
import { LETTER_LANGUAGES, type LetterLanguage } from '#domain/notice/codes.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { composeMail } from './compose-mail.js';
import { letterModel } from './letter-model.js';
import { readLetterWords, type LetterWords } from './letter-words.js';
import { NOTICE_FILE, noticeDocument, noticeJson } from './notice-document.js';
import { oneLine } from './plain-text.js';
import { StrictTemplates, type Fill } from './strict-templates.js';

/** Letters from Handlebars templates, as whole mails; all templates are compiled when it starts. */
export class HbsLetterWriter extends LetterWriter {
  private readonly words: Readonly<Record<LetterLanguage, LetterWords>>;
  private readonly templates: ReadonlyMap<string, Fill>;

  /** `letters` is the project's folder `templates/letters`. */
  constructor(
    letters: string,
    private readonly identities: Identities,
  ) {
    super();
    const templates = new StrictTemplates(letters);
    const names = LETTER_PURPOSES.flatMap((purpose) => LETTER_LANGUAGES.map((language) => `${purpose}.${language}`));
    this.templates = new Map(names.map((name) => [name, templates.compile(name)]));
    this.words = readLetterWords(letters);
  }

  async write(facts: LetterFacts): Promise<WrittenLetter> {
    const { organisation, at } = facts;
    const language = languageOf(facts);
    const words = this.words[language];
    const sender = replyAddress(organisation.deskEmail, facts.replyToken);
    const messageId = `<${this.identities.token()}@${domainOf(sender)}>`;
    const subject = subjectOf(facts, words);
    const text = this.textOf(facts, language);
    const from = { fromName: oneLine('deskName', organisation.deskName), from: organisation.deskEmail };
    const to = registered(facts);
    const bytes = await composeMail({
      ...from,
      ...{
        to,
        replyTo: sender,
        subject,
        messageId,
        date: at,
        language,
        text,
        attachments: attachmentsOf(facts, sender),
      },
    });
    refuseLargeMail(bytes.byteLength, facts.enclosures.length);
    const digest = createHash('sha256').update(bytes).digest('hex');
    return { format: 'mail', bytes, digest, messageId, sender, recipient: to, subject, text };
  }

  /** The letter, and where somebody asked for a second language the same once more, announced at the top. */
  private textOf(facts: LetterFacts, language: LetterLanguage): string {
    const { alsoIn } = facts.notice.content.answers;
    const first = this.textIn(facts, language);
    if (facts.purpose !== 'notice' || alsoIn === null || alsoIn === language) return first;
    return [`${this.words[alsoIn].below}\n\n${first.trimEnd()}`, this.textIn(facts, alsoIn)].join(PARTING);
  }

  private textIn(facts: LetterFacts, language: LetterLanguage): string {
    return this.templates.get(`${facts.purpose}.${language}`)!(letterModel(facts, language, this.words[language]));
  }
}

/** Between a letter and the same in its second language. */
const PARTING = `\n\n${'='.repeat(72)}\n\n`;

/** A notice carries itself once more, as a document that programs read, before anything else. */
function attachmentsOf(facts: LetterFacts, replyTo: string): Enclosure[] {
  if (facts.purpose !== 'notice') return [...facts.enclosures];
  const document = Buffer.from(noticeJson(noticeDocument(facts, replyTo)));
  return [{ name: NOTICE_FILE, mediaType: 'application/json', bytes: document }, ...facts.enclosures];
}

/** The notice's language, if letters are written in it. */
function languageOf({ notice }: LetterFacts): LetterLanguage {
  const { language } = notice.content;
  const found = LETTER_LANGUAGES.find((one) => one === language);
  if (!found) throw new RuleViolation('letter.none-for-language', { language });
  return found;
}

/** The recipient, if it is exactly one address and stands in the register as one of the platform's. */
function registered({ platform, channel }: LetterFacts): string {
  const recipient = channel.address ?? '';
  if (!isMailAddress(recipient)) throw new RuleViolation('mail.address-malformed');
  const known = platform.channels.some(({ kind, address }) => kind === 'email' && address === recipient);
  if (!known) throw new RuleViolation('letter.recipient-not-registered', { platform: platform.code });
  return recipient;
}

/** `[TF-2026-000123] Notice of illegal content (DSA Art. 16/22) – Instagram`; nothing of the case or of a person. */
function subjectOf({ purpose, notice, platform }: LetterFacts, { subject }: LetterWords): string {
  const what = purpose === 'withdrawal' ? subject.withdrawal : subject.notice[notice.regime];
  if (what === undefined) throw new RuleViolation('letter.none-for-regime', { regime: notice.regime });
  return `[${oneLine('reference', notice.reference)}] ${what} – ${oneLine('platform', platform.name)}`;
}
