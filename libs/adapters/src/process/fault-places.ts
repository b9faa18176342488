/**
 * Kind, code and places of a fault for a log, never its message: that may quote what a person typed, what a mail said or
 * an address (promise 7).
 */
export function faultPlaces(fault: unknown): string {
  if (!(fault instanceof Error)) return `not an error but ${typeof fault}`;
  const { code, driverError } = fault as { code?: unknown; driverError?: { code?: unknown } };
  const kind = [fault.name, code ?? driverError?.code].filter(Boolean).join(' ');
  return [kind, ...placesIn((fault.stack ?? '').replace(fault.message, '')).slice(0, 5)].join('\n');
}

/** The lines of a stack that say where, e.g. of what a child process said at its end. */
export const placesIn = (stack: string): string[] => stack.split('\n').filter((line) => /^\s+at \S/.test(line));
