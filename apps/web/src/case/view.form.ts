import { IsIn, IsOptional, Matches, MaxLength } from 'class-validator';
import { LINES, type Line } from '#domain/notice/codes.js';

/** Another name for a view. */
export class ViewNameForm {
  @IsOptional()
  @MaxLength(200, { message: 'views.name-long' })
  name?: string;
}

/** A name for a choice of cases; `choice` is the choice as it stands in an address. */
export class ViewForm extends ViewNameForm {
  @IsOptional()
  @IsIn([...LINES], { message: 'views.team-needed' })
  team?: Line;

  @IsOptional()
  @Matches(/^[^\0]{0,2000}$/, { message: 'form.unknown-field' })
  choice?: string;
}
