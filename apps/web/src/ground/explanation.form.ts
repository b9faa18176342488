import { IsNotEmpty, IsOptional, Matches, MaxLength } from 'class-validator';
import { LONGEST_TEMPLATE } from '#domain/ground/explanation-version.js';

/** A new wording of a ground's template. */
export class ExplanationForm {
  @MaxLength(2 * LONGEST_TEMPLATE, { message: 'grounds.text-too-long' })
  @IsNotEmpty({ message: 'grounds.text-needed' })
  text!: string;

  /** The version that was on the page. */
  @Matches(/^\d{1,9}$/, { message: 'form.unknown-field' })
  version!: string;

  /** `preview` shows what the text makes and keeps nothing. */
  @IsOptional()
  step?: string;
}
