import { plainToInstance } from 'class-transformer';
import { validate, type ValidationError } from 'class-validator';
import { RuleViolation } from '#domain/rule-violation.js';

/**
 * Reads a JSON body into a class; refuses with `api.body-wrong` and, in `faults`, each place that is wrong
 * (`items.0.url`) with the name of the rule it breaks. A field the class does not know is a fault.
 */
export async function takeDocument<T extends object>(kind: new () => T, body: unknown): Promise<T> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw wrong(['']);
  const taken = plainToInstance(kind, body);
  const errors = await validate(taken, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true });
  if (errors.length > 0) throw wrong(errors.flatMap((error) => placesOf(error)));
  return taken;
}

const wrong = (faults: readonly string[]): RuleViolation => new RuleViolation('api.body-wrong', { faults });

function placesOf({ property, constraints, children }: ValidationError, within = ''): string[] {
  const place = `${within}${property}`;
  const own = Object.keys(constraints ?? {}).map((rule) => `${place}: ${rule}`);
  return [...own, ...(children ?? []).flatMap((child) => placesOf(child, `${place}.`))];
}
