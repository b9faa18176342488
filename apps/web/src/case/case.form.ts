import { IsIn, IsOptional, MaxLength } from 'class-validator';
import {
  AGE_BANDS,
  MANDATES,
  URGENCIES,
  type AgeBand,
  type MandateKind,
  type Urgency,
} from '#domain/case/case-file.js';
import { LINES, MANIPULATIONS, type Line, type Manipulation } from '#domain/notice/codes.js';

/** What a caseworker notes when opening a case; nothing about persons is required. */
export class CaseForm {
  @IsIn([...LINES], { message: 'cases.line-needed' })
  line!: Line;

  @IsOptional()
  @MaxLength(60, { message: 'cases.help-seeker-too-long' })
  helpSeekerReference?: string;

  @IsIn([...AGE_BANDS], { message: 'cases.age-needed' })
  ageBand!: AgeBand;

  @IsIn([...MANDATES], { message: 'cases.mandate-needed' })
  mandate!: MandateKind;

  @IsIn([...MANIPULATIONS], { message: 'cases.manipulated-needed' })
  manipulated!: Manipulation;

  @IsIn([...URGENCIES], { message: 'cases.urgency-needed' })
  urgency!: Urgency;

  @IsOptional()
  @IsIn(['yes'], { message: 'form.unknown-field' })
  threatToLife?: 'yes';

  @IsOptional()
  @MaxLength(4000, { message: 'cases.summary-too-long' })
  summary?: string;
}
