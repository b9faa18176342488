import { IsIn, IsISO8601, IsNotEmpty, IsOptional, Matches } from 'class-validator';
import { DOSSIER_VERSIONS, type DossierVersion } from '#domain/report/dossier-facts.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** About whom and over which days a complaint goes. */
export class DossierForm {
  @IsNotEmpty({ message: 'dossiers.about-needed' })
  about!: string;

  @Matches(DAY, { message: 'dossiers.day-needed' })
  @IsISO8601({ strict: true }, { message: 'dossiers.day-needed' })
  from!: string;

  @Matches(DAY, { message: 'dossiers.day-needed' })
  @IsISO8601({ strict: true }, { message: 'dossiers.day-needed' })
  to!: string;
}

/** The version of the complaint a person saw. */
export class AdvanceForm {
  @Matches(/^\d{1,9}$/, { message: 'form.unknown-field' })
  version!: string;
}

/** Which version of a dossier's file is wanted. */
export class VersionForm {
  @IsOptional()
  @IsIn([...DOSSIER_VERSIONS])
  version?: DossierVersion;
}
