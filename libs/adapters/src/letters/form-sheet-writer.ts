import { createHash } from 'node:crypto';
import type { Identities } from '#application/identities.js';
import { LetterWriter, type LetterFacts, type WrittenLetter } from '#application/notice/letter-writer.js';
import {
  demandsOf,
  fieldsAsked,
  sheetText,
  type FormSheet,
  type SheetField,
} from '#domain/correspondence/form-sheet.js';
import type { FittedText } from '#domain/correspondence/sheet-room.js';
import { domainOf } from '#domain/correspondence/mail-address.js';
import { replyAddress } from '#domain/correspondence/reply-address.js';
import type { LetterLanguage } from '#domain/notice/codes.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { leftOut } from './left-out.js';
import { letterModel } from './letter-model.js';
import { readLetterWords, type LetterWords } from './letter-words.js';
import { oneLine } from './plain-text.js';
import { sheetExplanation } from './sheet-explanation.js';
import { SHEET_FIELDS } from './sheet-fields.js';
import { StrictTemplates, type Fill } from './strict-templates.js';

/** Lays a notice out for the form of its channel: a text for each field, in the form's own order and language. */
export class FormSheetWriter extends LetterWriter {
  private readonly words: Readonly<Record<LetterLanguage, LetterWords>>;
  private readonly withdrawal: Readonly<Record<LetterLanguage, Fill>>;

  /** `letters` is the project's folder `templates/letters`. */
  constructor(
    letters: string,
    private readonly identities: Identities,
  ) {
    super();
    const templates = new StrictTemplates(letters);
    this.words = readLetterWords(letters);
    this.withdrawal = { nl: templates.compile('withdrawal.nl'), en: templates.compile('withdrawal.en') };
  }

  write(facts: LetterFacts): Promise<WrittenLetter> {
    return new Promise((resolve) => resolve(this.written(facts)));
  }

  private written(facts: LetterFacts): WrittenLetter {
    const { organisation, channel, notice, platform } = facts;
    const words = this.words[notice.content.language];
    const sender = channel.senderAddress ?? replyAddress(organisation.deskEmail, facts.replyToken);
    const recipient = formAddress(facts);
    const messageId = `<${this.identities.token()}@${domainOf(sender)}>`;
    const { text: explanation, left } = this.explanation(facts, words);
    const sheet = sheetOf(facts, { words, sender, recipient, messageId, explanation });
    const bytes = Buffer.from(sheetText(sheet));
    return {
      ...{ format: 'form-sheet', bytes, sender, recipient, messageId },
      digest: createHash('sha256').update(bytes).digest('hex'),
      subject: `[${oneLine('reference', notice.reference)}] ${words.sheet.title} – ${oneLine('platform', platform.name)}`,
      text: [...sheet.fields.map((field) => asText(field, words)), ...leftOut(left, words)].join('\n'),
    };
  }

  /** Empty where the form asks for no explanation. */
  private explanation(facts: LetterFacts, words: LetterWords): FittedText {
    const { channel, notice, purpose } = facts;
    const { language } = notice.content;
    const asked = fieldsAsked(channel).map(({ field }) => field);
    if (!asked.includes('explanation')) return { text: '', left: [] };
    if (purpose === 'notice') return sheetExplanation(facts, words, { asked, most: channel.limits.maxChars });
    return { text: this.withdrawal[language](letterModel(facts, language, words)).trim(), left: [] };
  }
}

function sheetOf(facts: LetterFacts, { recipient, messageId, ...rest }: Envelope): FormSheet {
  const { channel, notice, platform } = facts;
  const of = { facts, ...rest };
  return {
    ...{ messageId, reference: notice.reference, platform: oneLine('platform', platform.name), address: recipient },
    ...{ language: notice.content.language, guessed: channel.fields.length === 0, demands: demandsOf(channel) },
    fields: fieldsAsked(channel).map((field) => {
      const most = field.field === 'explanation' ? channel.limits.maxChars : null;
      return { ...field, way: SHEET_FIELDS[field.field].way, text: SHEET_FIELDS[field.field].text(of), most };
    }),
  };
}

interface Envelope {
  readonly words: LetterWords;
  readonly sender: string;
  readonly recipient: string;
  readonly messageId: string;
  readonly explanation: string;
}

/** The form's address, if it stands in the register as one of the platform's. */
function formAddress({ platform, channel }: LetterFacts): string {
  const isKnown = platform.channels.some(({ kind, address }) => kind === channel.kind && address === channel.address);
  if (channel.address === null || !isKnown) {
    throw new RuleViolation('letter.recipient-not-registered', { platform: platform.code });
  }
  return channel.address;
}

function asText({ field, way, text }: SheetField, { sheet }: LetterWords): string {
  const said = text === '' ? [sheet.ways[way]] : text.split('\n');
  return [`${sheet.fields[field]}:`, ...said.map((line) => (line === '' ? '' : `    ${line}`)), ''].join('\n');
}
