import { IsIn, IsNotEmpty, IsOptional, Matches, MaxLength } from 'class-validator';
import { LONGEST_REASON } from '#domain/notice/approval.js';
import { LONGEST_NOTE, WITHDRAWAL_CAUSES, type WithdrawalCause } from '#domain/notice/withdrawal-reason.js';

const VERSION = /^\d{1,9}$/;

/** The version of the notice a person saw. */
export class SeenForm {
  @Matches(VERSION, { message: 'form.unknown-field' })
  version!: string;
}

/** Sending: the letter that was read and the statement of good faith. */
export class SubmitForm extends SeenForm {
  @IsIn(['yes'], { message: 'notices.bona-fide-needed' })
  bonaFide!: 'yes';
}

/** Giving a notice back to its authors. */
export class ReturnForm extends SeenForm {
  @MaxLength(LONGEST_REASON, { message: 'approvals.reason-too-long' })
  @IsNotEmpty({ message: 'approvals.reason-needed' })
  reason!: string;
}

/** Why a notice is withdrawn. */
export class WithdrawForm extends SeenForm {
  @IsIn([...WITHDRAWAL_CAUSES], { message: 'notices.withdraw-because-needed' })
  because!: WithdrawalCause;

  @IsOptional()
  @MaxLength(LONGEST_NOTE, { message: 'notices.withdraw-note-too-long' })
  note?: string;
}

/** Calling back. */
export class RecallForm extends SeenForm {
  @Matches(/^[0-9a-f-]{36}$/, { message: 'form.unknown-field' })
  delivery!: string;
}

/** What a person found out about a delivery of which nobody knew. */
export class SettleForm {
  @IsIn(['yes', 'no'], { message: 'notices.arrived-needed' })
  arrived!: 'yes' | 'no';
}
