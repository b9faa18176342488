import { IsIn, IsNotEmpty, IsOptional, Matches, MaxLength, ValidateIf } from 'class-validator';

const YES = { message: 'form.unknown-field' };

/** Every part of the settings carries the version that its page showed. */
export class SettingsForm {
  @IsNotEmpty({ message: 'form.unknown-field' })
  version!: string;
}

export class DeskForm extends SettingsForm {
  @IsNotEmpty({ message: 'settings.name-needed' })
  @MaxLength(200, { message: 'settings.too-long' })
  name!: string;

  @IsNotEmpty({ message: 'settings.desk-name-needed' })
  @MaxLength(200, { message: 'settings.too-long' })
  deskName!: string;

  @IsNotEmpty({ message: 'settings.address-needed' })
  @MaxLength(500, { message: 'settings.too-long' })
  postalAddress!: string;

  @IsOptional()
  @IsIn(['yes'], YES)
  'language-nl'?: 'yes';

  @IsOptional()
  @IsIn(['yes'], YES)
  'language-en'?: 'yes';
}

export class DesignationForm extends SettingsForm {
  @IsNotEmpty({ message: 'settings.coordinator-needed' })
  @MaxLength(20, { message: 'settings.too-long' })
  coordinatorCode!: string;

  @IsNotEmpty({ message: 'settings.coordinator-needed' })
  @MaxLength(200, { message: 'settings.too-long' })
  coordinatorName!: string;

  @IsNotEmpty({ message: 'settings.authority-needed' })
  @MaxLength(200, { message: 'settings.too-long' })
  authority!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'settings.day-needed' })
  designatedOn!: string;

  @IsOptional()
  @IsIn(['yes'], YES)
  helpline?: 'yes';

  @IsOptional()
  @IsIn(['yes'], YES)
  hotline?: 'yes';

  @IsOptional()
  @IsIn(['yes'], YES)
  'prevention-line'?: 'yes';

  @IsOptional()
  @MaxLength(1000, { message: 'settings.too-long' })
  areaOfExpertise?: string;
}

export class RulesForm extends SettingsForm {
  @Matches(/^\d{1,3}$/, { message: 'settings.days-needed' })
  timeAllowedDays!: string;

  @Matches(/^\d{1,4}$/, { message: 'settings.seconds-needed' })
  recallSeconds!: string;

  @IsIn(['training', 'grounds', 'always'], { message: 'settings.approval-needed' })
  approval!: 'training' | 'grounds' | 'always';

  /** Asked only where the rule goes by legal grounds: an empty list would silently check nothing. */
  @ValidateIf(({ approval }: RulesForm) => approval === 'grounds')
  @MaxLength(2000, { message: 'settings.too-long' })
  @Matches(/[^\s,;]/, { message: 'settings.grounds-needed' })
  approvalGrounds?: string;
}

export class AddressForm extends SettingsForm {
  @IsNotEmpty({ message: 'settings.desk-email-needed' })
  @MaxLength(254, { message: 'settings.too-long' })
  deskEmail!: string;

  @IsNotEmpty({ message: 'settings.zone-needed' })
  @MaxLength(60, { message: 'settings.too-long' })
  zone!: string;
}
