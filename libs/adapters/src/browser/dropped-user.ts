import { access, chown, constants } from 'node:fs/promises';
import { BrowserTrouble } from './browser-trouble.js';

/** `nobody` of every Linux (Linux Standard Base); used only when we are root. */
export const NOBODY = 65534;

const SETPRIV: readonly string[] = ['/usr/bin/setpriv', '/bin/setpriv'];

/** What is put before the browser's own words on its command line. */
export interface Drop {
  readonly path: string;
  readonly args: readonly string[];
}

/**
 * How the browser is started: never as root (its sandbox refuses), without any way to gain rights, and killed by the
 * kernel when we die. Without setpriv an ordinary user starts the browser directly; root is refused.
 */
export async function dropFor(browserPath: string): Promise<Drop> {
  const setpriv = await firstRunnable(SETPRIV);
  const root = isRoot();
  if (!setpriv && !root) return { path: browserPath, args: [] };
  if (!setpriv) {
    throw new BrowserTrouble('browser.is-root', 'As root the browser needs setpriv', 'apt-get install util-linux');
  }
  const drop = root ? [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'] : [];
  return { path: setpriv, args: [...drop, '--no-new-privs', '--pdeathsig=KILL', browserPath] };
}

/** Gives a folder to the user the browser runs as. */
export async function giveToBrowser(folder: string): Promise<void> {
  if (isRoot()) await chown(folder, NOBODY, NOBODY);
}

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

async function firstRunnable(paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) {
    const runs = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (runs) return path;
  }
  return undefined;
}
