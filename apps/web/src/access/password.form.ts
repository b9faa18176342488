import { IsNotEmpty, IsString } from 'class-validator';

/** Choosing a password by a one-time link; typed twice, so that a slip shows. */
export class PasswordForm {
  @IsNotEmpty({ message: 'password.needed' })
  @IsString({ message: 'password.needed' })
  password!: string;

  @IsNotEmpty({ message: 'password.again-needed' })
  @IsString({ message: 'password.again-needed' })
  passwordAgain!: string;
}
