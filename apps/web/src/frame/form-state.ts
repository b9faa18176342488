/** What a form shows: what was typed and, per field, what is wrong. Templates find it under `form`. */
export interface FormState {
  readonly values: Readonly<Record<string, unknown>>;
  readonly errors: Readonly<Record<string, string>>;
  /** For the box above the form: in the order of the fields; `field` is null where no single field is to blame. */
  readonly summary: readonly FormFault[];
}

export interface FormFault {
  readonly field: string | null;
  readonly text: string;
}

/** A form nobody has sent yet, with the values it begins with. */
export const blank = (values: Readonly<Record<string, unknown>> = {}): FormState => ({
  values,
  errors: {},
  summary: [],
});

/** A form that was sent and refused: everything typed stays, but for passwords and codes that count once. */
export function refused(typed: Readonly<Record<string, unknown>>, faults: readonly FormFault[]): FormState {
  const values = Object.fromEntries(
    Object.entries(typed).filter(([name]) => !/password|^_|^code$|^answer$/i.test(name)),
  );
  const errors: Record<string, string> = {};
  for (const { field, text } of faults) if (field !== null) errors[field] ??= text;
  return { values, errors, summary: faults };
}
