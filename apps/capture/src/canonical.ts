// RFC 8785, JSON Canonicalization Scheme: keys sorted by UTF-16 code units, no white space, numbers as ECMAScript writes them.

/** The one way to write this document as JSON, so that the same facts have the same digest. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sorted(value));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
