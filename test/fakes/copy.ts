/** A copy that shares nothing with the original and keeps classes, dates and bytes what they are. */
export function copy<T>(thing: T): T {
  return copied(thing) as T;
}

function copied(thing: unknown): unknown {
  if (typeof thing !== 'object' || thing === null) return thing;
  if (thing instanceof Date) return new Date(thing);
  if (thing instanceof Uint8Array) return Buffer.from(thing);
  if (Array.isArray(thing)) return thing.map(copied);
  if (thing instanceof Map) return new Map([...thing].map(([key, value]) => [key, copied(value)]));
  const fields = Object.entries(thing).map(([name, value]) => [name, copied(value)]);
  return Object.assign(Object.create(Object.getPrototypeOf(thing) as object), Object.fromEntries(fields)) as unknown;
}
