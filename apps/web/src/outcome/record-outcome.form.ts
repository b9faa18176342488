import { IsIn, IsNotEmpty, IsOptional, Matches, MaxLength } from 'class-validator';

/** Where a person may have seen a decision without a mail. */
export const SEEN_IN = ['portal', 'app', 'phone'] as const;

/** A moment as a browser's field writes it, in the zone of the desk; typed by hand a space may stand for the T. */
const LOCAL_MOMENT = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2})?$/;

/** An outcome without a mail; the items' fields come beside it. */
export class RecordOutcomeForm {
  @Matches(/^\d{1,9}$/, { message: 'form.unknown-field' })
  version!: string;

  @IsIn([...SEEN_IN], { message: 'outcome.source-needed' })
  source!: (typeof SEEN_IN)[number];

  @IsOptional()
  @Matches(LOCAL_MOMENT, { message: 'outcome.moment-needed' })
  decidedAt?: string;

  @IsNotEmpty({ message: 'outcome.reason-needed' })
  @MaxLength(2000, { message: 'outcome.reason-too-long' })
  reason!: string;

  @IsOptional()
  @IsIn(['yes'], { message: 'form.unknown-field' })
  redressMentioned?: 'yes';
}
