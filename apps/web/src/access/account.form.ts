import { IsIn, IsOptional, IsString } from 'class-validator';
import { DESK_LANGUAGES, THEMES, type DeskLanguage, type Theme } from '#domain/access/preference.js';

export const SWITCHES = ['on', 'off'] as const;

/** What a person may choose about the desk. */
export class AccountForm {
  @IsIn([...DESK_LANGUAGES], { message: 'account.language-needed' })
  language!: DeskLanguage;

  @IsIn([...THEMES], { message: 'account.theme-needed' })
  theme!: Theme;

  /** Absent in a form that does not ask. */
  @IsOptional()
  @IsIn([...SWITCHES], { message: 'account.shortcuts-needed' })
  shortcuts?: (typeof SWITCHES)[number];
}

/** The language switch at the foot of each page. */
export class LanguageForm {
  @IsIn([...DESK_LANGUAGES], { message: 'account.language-needed' })
  language!: DeskLanguage;

  @IsString({ message: 'form.unknown-field' })
  to!: string;
}
