/** How long the same line is not said again. */
const QUIET_MS = 60_000;

const saidAt = new Map<string, number>();

/** One line to stderr about the worker itself; never what a mail, a server or a person said. */
export const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** A trouble by its code or kind alone, since messages of others may quote addresses; repeated once a minute. */
export function sayTrouble(where: string, trouble: unknown): void {
  const { code, name, facts } = trouble as { code?: string | number; name?: string; facts?: Record<string, unknown> };
  const numbers = Object.entries(facts ?? {}).filter(([, value]) => typeof value === 'number');
  const which = [code ?? name ?? 'trouble', ...numbers.map(([fact, value]) => `${fact} ${String(value)}`)];
  const line = `${where}: ${which.join(', ')}`;
  if (performance.now() - (saidAt.get(line) ?? -QUIET_MS) < QUIET_MS) return;
  saidAt.set(line, performance.now());
  say(line);
}
