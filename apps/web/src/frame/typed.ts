/** Fields that hold no words of a person, or words that no page shows again. */
const NOT_SHOWN = /^_|password|answer|^code$|secret|digest|expected|^to$/i;
const LONGEST = 100_000;

/** A field of a form, with what stood in it. */
export interface TypedField {
  readonly name: string;
  readonly text: string;
}

/** What a form held when it was sent, field by field, without proofs of who somebody is. */
export function fieldsTyped(body: unknown): TypedField[] {
  return Object.entries((body ?? {}) as Record<string, unknown>)
    .filter(([name]) => !NOT_SHOWN.test(name))
    .map(([name, value]) => ({ name, text: typeof value === 'string' ? value.slice(0, LONGEST) : '' }))
    .filter(({ text }) => text !== '');
}

/** What a person typed into the form of a request, text by text, so that a page that refuses it can give it back. */
export function typedIn(body: unknown): string[] {
  return fieldsTyped(body)
    .filter(({ name }) => !/version/i.test(name))
    .map(({ text }) => text.trim())
    .filter((text) => text !== '' && !/^[0-9a-f-]{36}$/.test(text));
}
