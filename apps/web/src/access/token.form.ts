import { IsIn, IsNotEmpty, IsOptional, Matches, MaxLength } from 'class-validator';
import { TOKEN_NAME_MAXIMUM, type TokenWish } from '#domain/access/access-token.js';
import { SCOPES } from '#domain/access/scope.js';

/** A new token: a name, for how long, and one box for each scope. */
export class TokenForm {
  @MaxLength(TOKEN_NAME_MAXIMUM, { message: 'tokens.name-needed' })
  @IsNotEmpty({ message: 'tokens.name-needed' })
  name!: string;

  @Matches(/^\d{1,3}$/, { message: 'tokens.days-needed' })
  days!: string;

  @IsOptional()
  @IsIn(['yes'], { message: 'form.unknown-field' })
  'cases:read'?: string;

  @IsOptional()
  @IsIn(['yes'], { message: 'form.unknown-field' })
  'cases:write'?: string;

  @IsOptional()
  @IsIn(['yes'], { message: 'form.unknown-field' })
  'figures:read'?: string;

  @IsOptional()
  @IsIn(['yes'], { message: 'form.unknown-field' })
  'register:read'?: string;

  @IsOptional()
  @IsIn(['yes'], { message: 'form.unknown-field' })
  'audit:read'?: string;
}

/** The form as the act takes it. */
export const wishOf = (form: TokenForm): TokenWish => ({
  name: form.name,
  days: Number(form.days),
  scopes: SCOPES.filter((scope) => form[scope] === 'yes'),
});
