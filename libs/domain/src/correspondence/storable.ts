/** NUL and halves of surrogate pairs: legal in a string of ours, and in no database text or JSON document (RFC 8259 §8.2). */
// eslint-disable-next-line no-control-regex -- the control character is the point
const UNSTORABLE = /\u0000|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The same value with what no database can keep shown as U+FFFD, however deep; one hostile mail must not stop the others. */
export function storable<T>(value: T): T {
  return kept(value) as T;
}

function kept(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(UNSTORABLE, '\ufffd');
  if (Array.isArray(value)) return value.map(kept);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, kept(inner)]));
}
