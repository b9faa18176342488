import { plainToInstance } from 'class-transformer';
import { validate, type ValidationError } from 'class-validator';
import { CSRF_FIELD } from './csrf.js';
import { ONCE_FIELD } from './once.js';

/** A class whose properties are the fields of a form, each with class-validator's decorators. */
export type FormClass<T extends object> = new () => T;

/** A fault as a key of words: the `message` of the decorator, or `form.unknown-field`. */
export interface FieldFault {
  readonly field: string | null;
  readonly words: string;
}

/**
 * Reads a body into a form class. A field left empty counts as absent; a field the form does not know is a fault. The
 * `message` of each decorator is a key of words, for example `@IsEmail({}, { message: 'sign-in.email-needed' })`.
 */
export async function takeForm<T extends object>(
  form: FormClass<T>,
  body: unknown,
): Promise<{ form: T; typed: Record<string, unknown>; faults: FieldFault[] }> {
  const typed = fieldsOf(body);
  const filled = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== ''));
  const taken = plainToInstance(form, filled);
  const errors = await validate(taken, {
    whitelist: true,
    forbidNonWhitelisted: true,
    stopAtFirstError: true,
    forbidUnknownValues: false,
  });
  const unkept = Object.keys(filled).filter((name) => !isText(filled[name]));
  return { form: taken, typed, faults: [...unkept.map(unkeptFault), ...errors.map(faultOf)] };
}

/** One text, without the character that PostgreSQL cannot keep (NUL) and that nobody types. */
const isText = (value: unknown): boolean => typeof value === 'string' && !value.includes('\0');

const unkeptFault = (field: string): FieldFault => ({ field, words: 'form.no-text' });

function fieldsOf(body: unknown): Record<string, unknown> {
  const entries = Object.entries((body ?? {}) as Record<string, unknown>);
  return Object.fromEntries(entries.filter(([name]) => ![CSRF_FIELD, ONCE_FIELD, '__proto__'].includes(name)));
}

function faultOf(error: ValidationError): FieldFault {
  const [constraint, message] = Object.entries(error.constraints ?? {})[0] ?? ['', ''];
  if (constraint === 'whitelistValidation') return { field: null, words: 'form.unknown-field' };
  return { field: error.property, words: message };
}
