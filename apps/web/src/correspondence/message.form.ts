import { IsIn, IsNotEmpty, IsOptional, Matches, MaxLength } from 'class-validator';

const VERSION = /^\d{1,9}$/;

/** The version of the message a person saw. */
export class SeenMessageForm {
  @Matches(VERSION, { message: 'form.unknown-field' })
  version!: string;
}

/** To which notice a message belongs. */
export class LinkForm extends SeenMessageForm {
  @IsNotEmpty({ message: 'inbox.reference-needed' })
  @MaxLength(100, { message: 'inbox.reference-needed' })
  reference!: string;
}

/** What a mail decides; the items' fields come beside it, and the version is that of the notice. */
export class ConfirmOutcomeForm {
  @Matches(VERSION, { message: 'form.unknown-field' })
  version!: string;

  @IsOptional()
  @MaxLength(2000, { message: 'outcome.reason-too-long' })
  reason?: string;

  @IsOptional()
  @IsIn(['yes'], { message: 'form.unknown-field' })
  redressMentioned?: 'yes';
}
