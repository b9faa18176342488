/** Words for the person go to stderr: stdout belongs to the command that follows. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Something a person can mend: its sentence is shown alone, without a stack. */
export class Trouble extends Error {}

/** Runs a set-up program and turns trouble into its sentence and exit code 1. */
export async function main(work) {
  try {
    process.exitCode = (await work()) ?? 0;
  } catch (error) {
    say(error instanceof Trouble ? error.message : (error.stack ?? String(error)));
    process.exitCode = 1;
  }
}

/** Repeats a line while something takes long: in place on a terminal, else every ten seconds. */
export function whileWaiting(line) {
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  if (!process.stderr.isTTY) say(line(0));
  const timer = setInterval(
    () => (process.stderr.isTTY ? process.stderr.write(`\r\x1b[K${line(seconds())}`) : say(line(seconds()))),
    process.stderr.isTTY ? 500 : 10_000,
  );
  return () => {
    clearInterval(timer);
    if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  };
}
