import { IsOptional, Matches, ValidateIf } from 'class-validator';
import type { SeenCases } from '#application/case/case-batches.js';

const ONE = '[0-9a-f-]{36}:\\d{1,9}';

/** Cases as the preview showed them, each with its version then. */
export class CloseTogetherForm {
  @Matches(new RegExp(`^${ONE}(?: ${ONE}){0,499}$`), { message: 'together.none' })
  cases!: string;
}

/** The same, with whose they become: the id of a person, or nobody's. */
export class AssignTogetherForm extends CloseTogetherForm {
  @ValidateIf((form: AssignTogetherForm) => form.to !== 'nobody')
  @Matches(/^[0-9a-f-]{36}$/, { message: 'assign.choose' })
  to!: string;
}

/** A button that undoes: it has no fields. */
export class UndoForm {
  @IsOptional()
  @Matches(/^yes$/, { message: 'form.unknown-field' })
  pressed?: 'yes';
}

export const writeSeen = (seen: SeenCases): string => [...seen].map(([id, version]) => `${id}:${version}`).join(' ');

export const readSeen = (text: string): SeenCases =>
  new Map(
    text.split(' ').map((one) => {
      const [id, version] = one.split(':');
      return [id!, Number(version)];
    }),
  );
