import { RuleViolation } from '#domain/rule-violation.js';
import { ApiTrouble } from './api-trouble.js';
import type { ApiCaller } from './api-caller.js';
import type { Answered } from './line.js';

/** A question before anything is written: GET only, and nothing of the content reported is fetched by it. */
export interface LookUp {
  readonly origin: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks; trouble on the way becomes `api.cannot-look-up`, which a person can do something about. */
export async function lookUp(caller: ApiCaller, { origin, ...asked }: LookUp): Promise<Answered> {
  try {
    return await caller.ask(origin, { method: 'GET', ...asked });
  } catch (error) {
    if (!(error instanceof ApiTrouble)) throw error;
    throw cannotLookUp(origin, error.message);
  }
}

/** The refusal for an answer that is not the one hoped for. */
export function refusalOf(origin: string, { status }: Answered): RuleViolation {
  const { host } = new URL(origin);
  if (status === 401 || status === 403) return new RuleViolation('api.token-refused', { host });
  if (status === 429) return new RuleViolation('api.asked-too-much', { host });
  return cannotLookUp(origin, String(status));
}

const cannotLookUp = (origin: string, why: string): RuleViolation =>
  new RuleViolation('api.cannot-look-up', { host: new URL(origin).host, why });

/** A field of an answer that is a string, else undefined. */
export function textAt(json: unknown, ...path: readonly string[]): string | undefined {
  const found = path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined),
    json,
  );
  return typeof found === 'string' ? found : undefined;
}
