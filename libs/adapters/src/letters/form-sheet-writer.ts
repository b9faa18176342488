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
import { domainOf } from '#domain/correspondence/mail-address.js';
import { replyAddress } from '#domain/correspondence/reply-address.js';
import type { LetterLanguage } from '#domain/notice/codes.js';
import type { ChannelField } from '#domain/provider/platform.js';
import { RuleViolation } from '#domain/rule-violation.js';
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
    const sheet = this.sheetOf(facts, { words, sender, recipient, messageId });
    const bytes = Buffer.from(sheetText(sheet));
    return {
      ...{ format: 'form-sheet', bytes, sender, recipient, messageId },
      digest: createHash('sha256').update(bytes).digest('hex'),
      subject: `[${oneLine('reference', notice.reference)}] ${words.sheet.title} – ${oneLine('platform', platform.name)}`,
      text: sheet.fields.map((field) => asText(field, words)).join('\n'),
    };
  }

  private sheetOf(facts: LetterFacts, { words, sender, recipient, messageId }: Envelope): FormSheet {
    const { channel, notice, platform } = facts;
    const asked = fieldsAsked(channel);
    const of = {
      facts,
      words,
      sender,
      explanation: (most: number | null) => this.explanation(facts, words, asked, most),
    };
    return {
      ...{ messageId, reference: notice.reference, platform: oneLine('platform', platform.name), address: recipient },
      ...{ language: notice.content.language, guessed: channel.fields.length === 0, demands: demandsOf(channel) },
      fields: asked.map((field) => {
        const most = field.field === 'explanation' ? channel.limits.maxChars : null;
        return { ...field, way: SHEET_FIELDS[field.field].way, text: SHEET_FIELDS[field.field].text(of, most), most };
      }),
    };
  }

  private explanation(
    facts: LetterFacts,
    words: LetterWords,
    asked: readonly ChannelField[],
    most: number | null,
  ): string {
    const { language } = facts.notice.content;
    if (facts.purpose === 'withdrawal') return this.withdrawal[language](letterModel(facts, language, words)).trim();
    return sheetExplanation(facts, words, { asked: asked.map(({ field }) => field), most });
  }
}

interface Envelope {
  readonly words: LetterWords;
  readonly sender: string;
  readonly recipient: string;
  readonly messageId: string;
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
