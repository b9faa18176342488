import { IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';

/** A code for the second step; `to` is the page the person wanted. */
export class CodeForm {
  @IsNotEmpty({ message: 'second-step.code-needed' })
  @IsString({ message: 'second-step.code-needed' })
  @MaxLength(40, { message: 'second-step.code-needed' })
  code!: string;

  @IsOptional()
  @IsString({ message: 'form.unknown-field' })
  to?: string;
}
