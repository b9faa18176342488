import { IsIn, IsNotEmpty, IsOptional, Matches, MaxLength } from 'class-validator';
import { LONGEST_RECEIPT } from '#domain/correspondence/receipt.js';

/** What a person says of a form they handed in; files come beside it. */
export class HandInFields {
  @IsIn(['receipt', 'none'], { message: 'hand-in.gave-needed' })
  gave!: 'receipt' | 'none';

  @IsOptional()
  @MaxLength(LONGEST_RECEIPT.reference, { message: 'hand-in.number-too-long' })
  reference?: string;

  @IsOptional()
  @MaxLength(LONGEST_RECEIPT.text, { message: 'hand-in.text-too-long' })
  text?: string;

  @IsNotEmpty({ message: 'hand-in.moment-needed' })
  at!: string;

  /** Digest of a picture that was added before. */
  @IsOptional()
  @Matches(/^[0-9a-f]{64}$/, { message: 'form.unknown-field' })
  picture?: string;
}

/** Taking a form before oneself, or out of a colleague's hands. */
export class TakeUpFields {
  @IsIn(['yes', 'no'], { message: 'form.unknown-field' })
  over!: 'yes' | 'no';
}
