import { IsIn, IsNotEmpty, IsOptional, IsUUID, Matches, MaxLength } from 'class-validator';
import { CHANNEL_KINDS, type ChannelKind } from '#domain/notice/codes.js';
import { ONBOARDING_STATES, type OnboardingState } from '#domain/provider/onboarding.js';
import { FLAGGER_ROUTES, PLATFORM_KINDS } from '#domain/provider/platform.js';

const YES = { message: 'form.unknown-field' };
const LONG = { message: 'platforms.too-long' };

/** Every change of the register carries the version that its page showed, and why it is made. */
class AmendmentForm {
  @Matches(/^\d{1,9}$/, YES)
  version!: string;

  @MaxLength(2_000, LONG)
  @IsNotEmpty({ message: 'platforms.reason-needed' })
  reason!: string;

  /** The facts were looked up at their source today. */
  @IsOptional()
  @IsIn(['yes'], YES)
  seen?: 'yes';
}

export class PlatformForm extends AmendmentForm {
  @MaxLength(1_000, LONG)
  @IsNotEmpty({ message: 'platforms.name-needed' })
  name!: string;

  @IsIn([...PLATFORM_KINDS], { message: 'platforms.kind-needed' })
  kind!: string;

  @IsOptional()
  @IsIn(['vlop', 'vlose'], YES)
  vlop?: string;

  @IsOptional()
  @MaxLength(40, LONG)
  designatedOn?: string;

  @IsOptional()
  @MaxLength(40, LONG)
  designatedUntil?: string;

  @IsOptional()
  @MaxLength(40_000, LONG)
  hosts?: string;

  @IsIn([...FLAGGER_ROUTES], YES)
  flaggerRoute!: (typeof FLAGGER_ROUTES)[number];

  @IsOptional()
  @Matches(/^[1-9]\d{0,4}$/, { message: 'platforms.hours-needed' })
  flaggerHours?: string;

  @IsOptional()
  @MaxLength(10_000, LONG)
  flaggerNoteNl?: string;

  @IsOptional()
  @MaxLength(10_000, LONG)
  flaggerNoteEn?: string;

  @IsOptional()
  @MaxLength(10_000, LONG)
  onlyPersonNl?: string;

  @IsOptional()
  @MaxLength(10_000, LONG)
  onlyPersonEn?: string;

  @IsOptional()
  @MaxLength(10_000, LONG)
  repliesNl?: string;

  @IsOptional()
  @MaxLength(10_000, LONG)
  repliesEn?: string;

  @MaxLength(10_000, LONG)
  @IsNotEmpty({ message: 'platforms.source-needed' })
  source!: string;
}

export class ProviderForm extends AmendmentForm {
  @MaxLength(1_000, LONG)
  @IsNotEmpty({ message: 'platforms.entity-needed' })
  legalEntity!: string;

  @IsOptional()
  @MaxLength(40, LONG)
  country?: string;

  @IsOptional()
  @MaxLength(1_000, LONG)
  coordinator?: string;

  @IsIn(['unknown', 'exempt', 'not-exempt'], YES)
  section3!: 'unknown' | 'exempt' | 'not-exempt';

  @IsOptional()
  @MaxLength(1_000, LONG)
  representative?: string;

  @IsOptional()
  @MaxLength(40, LONG)
  representativeCountry?: string;

  @IsOptional()
  @MaxLength(10_000, LONG)
  contactPoints?: string;

  @MaxLength(10_000, LONG)
  @IsNotEmpty({ message: 'platforms.source-needed' })
  source!: string;
}

export class ChannelForm extends AmendmentForm {
  @IsIn([...CHANNEL_KINDS], { message: 'platforms.channel-kind-needed' })
  kind!: ChannelKind;

  @IsOptional()
  @MaxLength(12_000, LONG)
  address?: string;

  @IsOptional()
  @MaxLength(400, LONG)
  languages?: string;

  @IsOptional()
  @MaxLength(10_000, LONG)
  noteNl?: string;

  @IsOptional()
  @MaxLength(10_000, LONG)
  noteEn?: string;

  @IsOptional()
  @MaxLength(10_000, LONG)
  fields?: string;

  @IsOptional()
  @Matches(/^[1-9]\d{0,8}$/, { message: 'platforms.number-needed' })
  maxUrls?: string;

  @IsOptional()
  @Matches(/^[1-9]\d{0,8}$/, { message: 'platforms.number-needed' })
  maxChars?: string;

  @IsOptional()
  @IsIn(['yes', 'no'], YES)
  needsLogin?: string;

  @IsOptional()
  @IsIn(['yes', 'no'], YES)
  needsCaptcha?: string;

  @IsOptional()
  @IsIn(['yes', 'no'], YES)
  emailConfirmRequired?: string;

  @IsOptional()
  @IsIn(['yes', 'no'], YES)
  acceptsAttachments?: string;

  @IsOptional()
  @MaxLength(1_000, LONG)
  senderAddress?: string;

  /** The channel is there no more. */
  @IsOptional()
  @IsIn(['yes'], YES)
  gone?: 'yes';
}

export class VerifyForm {
  @IsIn([...CHANNEL_KINDS], YES)
  kind!: ChannelKind;

  @IsOptional()
  @MaxLength(4_000, YES)
  address?: string;
}

export class OnboardingForm {
  @IsIn([...ONBOARDING_STATES], { message: 'platforms.onboarding-state-needed' })
  state!: OnboardingState;

  @MaxLength(40, LONG)
  @IsNotEmpty({ message: 'platforms.onboarding-day-needed' })
  on!: string;

  @IsOptional()
  @MaxLength(1_000, LONG)
  address?: string;

  @IsOptional()
  @MaxLength(10_000, LONG)
  note?: string;
}

export class NewSiteForm {
  @MaxLength(1_000, LONG)
  @IsNotEmpty({ message: 'platforms.name-needed' })
  name!: string;

  @MaxLength(12_000, LONG)
  @IsNotEmpty({ message: 'platforms.host-needed' })
  host!: string;

  @IsIn(['online-platform', 'hosting'], { message: 'platforms.kind-needed' })
  kind!: 'online-platform' | 'hosting';

  @IsOptional()
  @MaxLength(1_000, LONG)
  email?: string;

  @MaxLength(10_000, LONG)
  @IsNotEmpty({ message: 'platforms.source-needed' })
  source!: string;

  /** The notice that is being written, to go back to. */
  @IsOptional()
  @IsUUID(undefined, YES)
  notice?: string;
}
