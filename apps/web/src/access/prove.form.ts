import { IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';

/** The present password once more; `to` is the page the person wanted. */
export class ProveForm {
  @IsNotEmpty({ message: 'prove.password-needed' })
  @IsString({ message: 'prove.password-needed' })
  @MaxLength(1024, { message: 'prove.password-needed' })
  password!: string;

  @IsOptional()
  @IsString({ message: 'form.unknown-field' })
  to?: string;
}

/** Another password: the present one, and the new one twice, so that a slip shows. */
export class ChangePasswordForm {
  @IsNotEmpty({ message: 'prove.password-needed' })
  @IsString({ message: 'prove.password-needed' })
  @MaxLength(1024, { message: 'prove.password-needed' })
  presentPassword!: string;

  @IsNotEmpty({ message: 'password.needed' })
  @IsString({ message: 'password.needed' })
  password!: string;

  @IsNotEmpty({ message: 'password.again-needed' })
  @IsString({ message: 'password.again-needed' })
  passwordAgain!: string;
}

/** One passkey or session of one's own, by its id. */
export class OwnThingForm {
  @IsNotEmpty({ message: 'form.unknown-field' })
  @IsString({ message: 'form.unknown-field' })
  @MaxLength(1364, { message: 'form.unknown-field' })
  which!: string;
}

/** A form whose button says everything; `to` is where the person goes on. */
export class GoOnForm {
  @IsOptional()
  @IsString({ message: 'form.unknown-field' })
  to?: string;
}

/** Recovery codes that are on the screen, to have them as a file. */
export class CodesForm {
  @IsNotEmpty({ message: 'form.unknown-field' })
  @IsString({ message: 'form.unknown-field' })
  @MaxLength(400, { message: 'form.unknown-field' })
  codes!: string;
}
