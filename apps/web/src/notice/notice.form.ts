import { IsIn, IsNotEmpty, IsOptional, Matches, MaxLength } from 'class-validator';
import type { WrittenItem, WrittenNotice } from '#application/notice/written-notice.js';
import {
  CONTENT_TYPES,
  LETTER_LANGUAGES,
  MANIPULATIONS,
  MEASURES,
  type ContentType,
  type LetterLanguage,
  type Manipulation,
  type Measure,
} from '#domain/notice/codes.js';
import type { Notice } from '#domain/notice/notice.js';
import { typedAddresses } from '#domain/provider/typed-addresses.js';

const VERSION = /^\d{1,9}$/;

/** What a caseworker writes in a notice, on one page; what is missing is asked for before it can be sent. */
export class NoticeForm {
  @IsNotEmpty({ message: 'notices.platform-needed' })
  platform!: string;

  // The decorator nearest to the field is asked first.
  @MaxLength(200_000, { message: 'notices.addresses-too-long' })
  @IsNotEmpty({ message: 'notices.addresses-needed' })
  addresses!: string;

  @IsIn([...CONTENT_TYPES], { message: 'notices.content-type-needed' })
  contentType!: ContentType;

  @IsOptional()
  @MaxLength(200, { message: 'notices.locator-too-long' })
  locator?: string;

  @IsNotEmpty({ message: 'notices.ground-needed' })
  ground!: string;

  @IsOptional()
  @MaxLength(10_000, { message: 'notices.explanation-too-long' })
  explanation?: string;

  @IsOptional()
  secondGround?: string;

  @IsOptional()
  @MaxLength(10_000, { message: 'notices.explanation-too-long' })
  secondExplanation?: string;

  @IsIn([...MEASURES], { message: 'notices.measure-needed' })
  measure!: Measure;

  @IsIn([...MANIPULATIONS], { message: 'cases.manipulated-needed' })
  manipulated!: Manipulation;

  @IsIn([...LETTER_LANGUAGES], { message: 'notices.language-needed' })
  language!: LetterLanguage;
}

/** A notice written over what stood there. */
export class ChangedNoticeForm extends NoticeForm {
  /** The version of the notice that was on the page, so that nobody writes over what they did not see. */
  @Matches(VERSION, { message: 'form.unknown-field' })
  version!: string;
}

/** The form as an act takes it; the category is that of the first ground. */
export function writtenNotice(form: NoticeForm, category: string | null): WrittenNotice {
  const { platform, language, measure, manipulated, ground, secondGround } = form;
  const grounds = [{ code: ground, explanation: form.explanation ?? '' }];
  if (secondGround) grounds.push({ code: secondGround, explanation: form.secondExplanation ?? '' });
  return {
    ...{ platformCode: platform, channel: 'email', language, measure, manipulated, grounds },
    category,
    items: itemsOf(form),
  };
}

/** The addresses in a text, each once, in the order typed. */
const linesOf = (addresses: string): string[] => [...new Set(typedAddresses(addresses).map(({ text }) => text))];

const itemsOf = ({ addresses, contentType, locator = '' }: NoticeForm): WrittenItem[] =>
  linesOf(addresses).map((url) => ({ url, contentType, locator }));

/** A notice as the form shows it. */
export function formOf({ content, items, version }: Notice): Record<string, string> {
  const [first, second] = content.grounds;
  return {
    platform: content.platformCode ?? '',
    addresses: items.map((item) => item.url).join('\n'),
    contentType: items[0]?.contentType ?? 'post',
    locator: items[0]?.locator ?? '',
    ground: first?.code ?? '',
    explanation: first?.explanation ?? '',
    secondGround: second?.code ?? '',
    secondExplanation: second?.explanation ?? '',
    ...{ measure: content.measure, manipulated: content.manipulated, language: content.language },
    version: String(version),
  };
}
