import { faultPlaces } from './fault-places.js';

/** Milliseconds a process has to close what it opened before it leaves anyway. */
const PATIENCE = 8000;

/**
 * Closes and leaves when asked to (SIGTERM, Ctrl-C) and when the process that started us is gone, which the kernel
 * tells by closing our ipc channel even after kill -9. Every child of the desk calls it once.
 */
export function endWhenAsked(close: () => Promise<unknown>): void {
  let ending = false;
  const end = () => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(1), PATIENCE).unref();
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${faultPlaces(error)}\n`);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, end);
  process.on('disconnect', end);
  if (process.channel && !process.connected) end();
}
