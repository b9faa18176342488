import { IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';

/** What a browser's authenticator answered, as JSON; filled in by the desk's script. */
export class PasskeyForm {
  @IsNotEmpty({ message: 'passkeys.answer-needed' })
  @IsString({ message: 'passkeys.answer-needed' })
  @MaxLength(20_000, { message: 'passkeys.answer-needed' })
  answer!: string;

  @IsOptional()
  @IsString({ message: 'form.unknown-field' })
  to?: string;
}

/** The same for a passkey that is added, with what the person calls it. */
export class NewPasskeyForm extends PasskeyForm {
  @IsNotEmpty({ message: 'passkeys.name-needed' })
  @IsString({ message: 'passkeys.name-needed' })
  name!: string;
}

/** The answer as a document, or nothing; reading it is the ceremony's matter. */
export function answerIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
