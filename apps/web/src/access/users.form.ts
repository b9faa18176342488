import { IsEmail, IsIn, IsNotEmpty, IsOptional, MaxLength } from 'class-validator';
import { ROLES, type Role } from '#domain/access/role.js';
import { DISABLE_REASONS, type DisableReason } from '#domain/access/user.js';
import { LINES, type Line } from '#domain/notice/codes.js';

/** What somebody does here: a role, one or more teams, and whether they still learn. */
export class AssignForm {
  @IsIn([...ROLES], { message: 'users.role-needed' })
  role!: Role;

  @IsOptional()
  @IsIn(['yes'], { message: 'form.unknown-field' })
  helpline?: 'yes';

  @IsOptional()
  @IsIn(['yes'], { message: 'form.unknown-field' })
  hotline?: 'yes';

  @IsOptional()
  @IsIn(['yes'], { message: 'form.unknown-field' })
  'prevention-line'?: 'yes';

  @IsOptional()
  @IsIn(['yes'], { message: 'form.unknown-field' })
  inTraining?: 'yes';
}

/** The same, with the version of the person whose page was read. */
export class ReassignForm extends AssignForm {
  @IsNotEmpty({ message: 'form.unknown-field' })
  version!: string;
}

export class InviteForm extends AssignForm {
  @IsNotEmpty({ message: 'users.name-needed' })
  @MaxLength(100, { message: 'users.name-too-long' })
  name!: string;

  @IsEmail({}, { message: 'users.email-needed' })
  email!: string;
}

export class DisableForm {
  @IsIn([...DISABLE_REASONS], { message: 'users.reason-needed' })
  reason!: DisableReason;

  @IsNotEmpty({ message: 'form.unknown-field' })
  version!: string;
}

export class ResetForm {
  @IsNotEmpty({ message: 'form.unknown-field' })
  reset!: string;
}

/** A form with a button and nothing else; class-validator refuses a class without any rule. */
export class ButtonForm {
  @IsOptional()
  @IsIn(['yes'], { message: 'form.unknown-field' })
  pressed?: 'yes';
}

/** The teams that were ticked. */
export const linesOf = (form: AssignForm): readonly Line[] => LINES.filter((line) => form[line] === 'yes');

/** The fields of an assignment as a form shows them. */
export const assignmentFields = (now: { role: Role; lines: readonly Line[]; inTraining: boolean }) => ({
  role: now.role,
  ...Object.fromEntries(LINES.map((line) => [line, now.lines.includes(line) ? 'yes' : ''])),
  inTraining: now.inTraining ? 'yes' : '',
});
