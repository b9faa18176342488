import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsISO8601, IsOptional, IsString, Matches, MaxLength, Min } from 'class-validator';
import {
  AGE_BANDS,
  MANDATES,
  URGENCIES,
  type AgeBand,
  type CaseContent,
  type MandateKind,
  type Urgency,
} from '#domain/case/case-file.js';
import { LINES, MANIPULATIONS, type Line, type Manipulation } from '#domain/notice/codes.js';

/** As on the page of a case. */
const MANDATE_DAY = 'Last day of the mandate; without one it holds until somebody ends it';

/** A case to open; a helpline stays anonymous, so only the line is required. */
export class NewCase {
  @ApiProperty({ enum: LINES })
  @IsIn([...LINES])
  line!: Line;

  @ApiPropertyOptional({ maxLength: 60, description: "The help-seeker's number elsewhere; never a name" })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  helpSeekerReference?: string;

  @ApiPropertyOptional({ enum: AGE_BANDS })
  @IsOptional()
  @IsIn([...AGE_BANDS])
  ageBand?: AgeBand;

  @ApiPropertyOptional({ enum: MANDATES })
  @IsOptional()
  @IsIn([...MANDATES])
  mandate?: MandateKind;

  @ApiPropertyOptional({ type: String, format: 'date', nullable: true, description: MANDATE_DAY })
  @IsOptional()
  @IsISO8601({ strict: true })
  @Matches(/^\d{4}-\d\d-\d\d$/)
  mandateValidUntil?: string | null;

  @ApiPropertyOptional({ enum: MANIPULATIONS })
  @IsOptional()
  @IsIn([...MANIPULATIONS])
  manipulated?: Manipulation;

  @ApiPropertyOptional({ enum: URGENCIES })
  @IsOptional()
  @IsIn([...URGENCIES])
  urgency?: Urgency;

  @ApiPropertyOptional()
  @IsOptional()
  @IsBoolean()
  threatToLife?: boolean;

  @ApiPropertyOptional({ maxLength: 4000 })
  @IsOptional()
  @IsString()
  @MaxLength(4000)
  summary?: string;
}

/** The version that was read, so that nobody changes what they did not see. */
export class Seen {
  @ApiProperty({ minimum: 1 })
  @IsInt()
  @Min(1)
  version!: number;
}

/** The body as the act takes it. */
export const newCaseContent = (body: NewCase): CaseContent => ({
  line: body.line,
  helpSeekerReference: body.helpSeekerReference ?? '',
  ageBand: body.ageBand ?? 'unknown',
  mandate: body.mandate ?? 'none',
  mandateValidUntil: body.mandateValidUntil ?? null,
  manipulated: body.manipulated ?? 'unknown',
  urgency: body.urgency ?? 'normal',
  threatToLife: body.threatToLife ?? false,
  summary: body.summary ?? '',
});
