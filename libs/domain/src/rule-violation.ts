/** A rule that stands in the way and that a person can do something about: a stable code and the facts, no free text. */
export class RuleViolation extends Error {
  constructor(
    readonly code: string,
    readonly facts: Readonly<Record<string, unknown>> = {},
  ) {
    super(`${code} ${JSON.stringify(facts)}`);
    this.name = 'RuleViolation';
  }
}
