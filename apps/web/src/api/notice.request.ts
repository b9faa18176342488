import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsISO8601,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import type { WrittenNotice } from '#application/notice/written-notice.js';
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
import type { NoticeContent } from '#domain/notice/notice-content.js';

/** As many addresses as one notice takes. */
const MOST_ITEMS = 500;

export class GroundRequest {
  @ApiProperty({ description: 'Code of a legal ground, as the page of grounds lists it' })
  @IsString()
  @IsNotEmpty()
  code!: string;

  @ApiProperty({ maxLength: 10_000 })
  @IsString()
  @MaxLength(10_000)
  explanation!: string;
}

export class ItemRequest {
  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(10_000)
  url!: string;

  @ApiProperty({ enum: CONTENT_TYPES })
  @IsIn([...CONTENT_TYPES])
  contentType!: ContentType;

  @ApiPropertyOptional({ maxLength: 200 })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  locator?: string;

  @ApiPropertyOptional({ type: String, format: 'date', nullable: true, description: 'When it was put there' })
  @IsOptional()
  @IsISO8601({ strict: true })
  @MaxLength(10)
  postedOn?: string | null;
}

/** A notice to write as a draft; a person reads its letter, states good faith and sends it at the desk. */
export class NewNotice {
  @ApiProperty({ description: "The platform's code" })
  @IsString()
  @IsNotEmpty()
  platform!: string;

  @ApiProperty({ enum: LETTER_LANGUAGES })
  @IsIn([...LETTER_LANGUAGES])
  language!: LetterLanguage;

  @ApiProperty({ enum: MEASURES })
  @IsIn([...MEASURES])
  measure!: Measure;

  @ApiProperty({ enum: MANIPULATIONS })
  @IsIn([...MANIPULATIONS])
  manipulated!: Manipulation;

  @ApiProperty({ type: [GroundRequest], maxItems: 10 })
  @IsArray()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => GroundRequest)
  grounds!: GroundRequest[];

  @ApiProperty({ type: [ItemRequest], maxItems: MOST_ITEMS })
  @IsArray()
  @ArrayMaxSize(MOST_ITEMS)
  @ValidateNested({ each: true })
  @Type(() => ItemRequest)
  items!: ItemRequest[];
}

/** A notice written over what stood there. */
export class ChangedNotice extends NewNotice {
  @ApiProperty({ minimum: 1 })
  @IsInt()
  @Min(1)
  version!: number;
}

/** The body as the act takes it, with what goes with it; a language that was the second is not said twice. */
export const writtenInDocument = (
  body: NewNotice,
  { channel, category, answers }: Pick<NoticeContent, 'channel' | 'category' | 'answers'>,
): WrittenNotice => ({
  ...{ platformCode: body.platform, channel, language: body.language, measure: body.measure },
  manipulated: body.manipulated,
  category,
  answers: { ...answers, alsoIn: answers.alsoIn === body.language ? null : answers.alsoIn },
  grounds: body.grounds.map(({ code, explanation }) => ({ code, explanation })),
  items: body.items.map(({ url, contentType, locator = '', postedOn = null }) => ({
    ...{ url, contentType, locator, postedOn },
  })),
});
