/**
 * Listens for the wish to stop: Ctrl-C, SIGTERM, a closed terminal, or the end of the set-up script that started us
 * (its ipc channel closes, even after kill -9). `within` waits at most so many milliseconds and tells whether it came.
 */
export function untilAsked(): { within(milliseconds: number): Promise<boolean> } {
  let came = false;
  const listeners = new Set<() => void>();
  const stop = () => {
    came = true;
    for (const listener of listeners) listener();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  process.on('disconnect', stop);
  const within = (milliseconds: number) =>
    new Promise<boolean>((resolve) => {
      const settle = () => {
        clearTimeout(timer);
        listeners.delete(settle);
        resolve(came);
      };
      const timer = setTimeout(settle, came ? 0 : milliseconds);
      listeners.add(settle);
    });
  return { within };
}
