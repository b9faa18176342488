/** Fields that hold no words of a person, or words that no page shows again. */
const NOT_SHOWN = /^_|password|answer|code|secret|version|digest|expected|^to$/i;
const LONGEST = 100_000;

/** What a person typed into the form of a request, text by text, so that a page that refuses it can give it back. */
export function typedIn(body: unknown): string[] {
  return Object.entries((body ?? {}) as Record<string, unknown>)
    .filter(([name]) => !NOT_SHOWN.test(name))
    .map(([, value]) => (typeof value === 'string' ? value.trim().slice(0, LONGEST) : ''))
    .filter((text) => text !== '' && !/^[0-9a-f-]{36}$/.test(text));
}
