import { IsIn, IsNotEmpty, Matches, MaxLength } from 'class-validator';
import { LONGEST_REASON } from '#domain/access/sealed-opening.js';
import { CONFIDENTIALITIES, type Confidentiality } from '#domain/case/case-file.js';

/** How confidential a case is. */
export class ConfidentialityForm {
  @IsIn([...CONFIDENTIALITIES], { message: 'case-access.confidentiality-needed' })
  confidentiality!: Confidentiality;
}

/** Whom to name on a case, or no longer. */
export class ColleagueForm {
  @Matches(/^[0-9a-f-]{36}$/, { message: 'case-access.colleague-needed' })
  colleague!: string;
}

/** Why a sealed case is opened; `to` is the page the person wanted. */
export class ReasonForm {
  @MaxLength(LONGEST_REASON, { message: 'sealed.reason-too-long' })
  @IsNotEmpty({ message: 'sealed.reason-needed' })
  reason!: string;

  @MaxLength(500, { message: 'form.unknown-field' })
  to!: string;
}
