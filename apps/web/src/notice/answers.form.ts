import { IsIn, IsOptional, Matches, MaxLength } from 'class-validator';
import { LONGEST_ANSWER, MOST_QUESTIONS, type Answers } from '#domain/ground/element-question.js';
import type { LegalGround } from '#domain/ground/legal-ground.js';
import type { ReasonedGround } from '#domain/ground/reasoned-ground.js';
import { RuleViolation } from '#domain/rule-violation.js';

/** Field of the n-th question of a ground, counted from 0. */
export const fieldOf = (index: number): string => `q${index + 1}`;

/** Answers to the questions of one ground, in the order they were asked; forms are flat, so the fields are numbered. */
export class AnswersForm {
  /** The version of the notice that was on the page. */
  @Matches(/^\d{1,9}$/, { message: 'form.unknown-field' })
  version!: string;

  /** The codes of the questions as they were asked. */
  @Matches(/^[a-z0-9- ]{1,500}$/, { message: 'form.unknown-field' })
  asked!: string;

  /** `write` for who came from the steps on which a notice is written, and goes on there. */
  @IsOptional()
  @IsIn(['write'], { message: 'form.unknown-field' })
  back?: 'write';

  /** `preview` shows what the answers make and keeps nothing. */
  @IsOptional()
  step?: string;
}

for (let index = 0; index < MOST_QUESTIONS; index += 1) {
  IsOptional()(AnswersForm.prototype, fieldOf(index));
  MaxLength(LONGEST_ANSWER, { message: 'notices.answer-too-long' })(AnswersForm.prototype, fieldOf(index));
}

/** The questions of a ground as a form names them. */
export const askedOf = ({ questions }: LegalGround): string => questions.map(({ code }) => code).join(' ');

/** The answers of a form, by question; refuses where the ground asks something else by now. */
export function answersIn(form: Readonly<Record<string, unknown>>, ground: LegalGround): Answers {
  if (form['asked'] !== askedOf(ground)) throw new RuleViolation('ground.questions-changed', { code: ground.code });
  const answers = ground.questions.map(({ code }, index) => [code, form[fieldOf(index)]] as const);
  return Object.fromEntries(answers.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

/** Answers as the form shows them. */
export function answersForm(ground: LegalGround, { answers = {} }: ReasonedGround, version: number) {
  const typed = ground.questions.map(({ code }, index) => [fieldOf(index), answers[code] ?? ''] as const);
  return { ...Object.fromEntries(typed), version: String(version) };
}
