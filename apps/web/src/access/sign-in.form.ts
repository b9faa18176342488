import { IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';

/** Fields of the sign-in page; `to` is the page the person wanted. */
export class SignInForm {
  @IsNotEmpty({ message: 'sign-in.email-needed' })
  @IsString({ message: 'sign-in.email-needed' })
  @MaxLength(254, { message: 'sign-in.email-needed' })
  email!: string;

  @IsNotEmpty({ message: 'sign-in.password-needed' })
  @IsString({ message: 'sign-in.password-needed' })
  @MaxLength(1024, { message: 'sign-in.password-needed' })
  password!: string;

  @IsOptional()
  @IsString({ message: 'form.unknown-field' })
  to?: string;
}
