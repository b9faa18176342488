import {
  IsIn,
  IsOptional,
  Matches,
  MaxLength,
  Validate,
  ValidatorConstraint,
  type ValidatorConstraintInterface,
} from 'class-validator';
import {
  AGE_BANDS,
  MANDATES,
  URGENCIES,
  type AgeBand,
  type CaseContent,
  type MandateKind,
  type Urgency,
} from '#domain/case/case-file.js';
import { isDay } from '#domain/instant.js';
import { LINES, MANIPULATIONS, type Line, type Manipulation } from '#domain/notice/codes.js';

/** A day that the calendar has. */
@ValidatorConstraint({ name: 'existingDay' })
class ExistingDay implements ValidatorConstraintInterface {
  validate(text: unknown): boolean {
    return typeof text === 'string' && isDay(text);
  }
}

/** What a caseworker notes of a case; nothing about persons is required. */
export class CaseFactsForm {
  @IsOptional()
  @MaxLength(60, { message: 'cases.help-seeker-too-long' })
  helpSeekerReference?: string;

  @IsIn([...AGE_BANDS], { message: 'cases.age-needed' })
  ageBand!: AgeBand;

  @IsIn([...MANDATES], { message: 'cases.mandate-needed' })
  mandate!: MandateKind;

  @IsOptional()
  @Validate(ExistingDay, { message: 'cases.mandate-day' })
  mandateValidUntil?: string;

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

/** The same when opening a case, with the line it came in by. */
export class CaseForm extends CaseFactsForm {
  @IsIn([...LINES], { message: 'cases.line-needed' })
  line!: Line;
}

/** The same when changing them, and the version the person saw. */
export class ChangedFactsForm extends CaseFactsForm {
  @Matches(/^\d{1,9}$/, { message: 'form.unknown-field' })
  version!: string;
}

/** The facts as a case keeps them. */
export const factsOf = (form: CaseFactsForm): Omit<CaseContent, 'line'> => ({
  helpSeekerReference: form.helpSeekerReference ?? '',
  ageBand: form.ageBand,
  mandate: form.mandate,
  mandateValidUntil: form.mandateValidUntil ?? null,
  manipulated: form.manipulated,
  urgency: form.urgency,
  threatToLife: form.threatToLife === 'yes',
  summary: form.summary ?? '',
});
