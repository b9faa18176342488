import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** The user that PostgreSQL runs as when we are root, which it refuses to be. */
export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** Who runs PostgreSQL on this data folder: whoever owns it already, else `nobody`; undefined when we are not root. */
export function ownerOf(dataDir: string): Owner | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const there = existsSync(dataDir) ? statSync(dataDir) : undefined;
  return there && there.uid !== 0 ? { uid: there.uid, gid: there.gid } : unprivileged();
}

/** initdb wants an entry in passwd, so an arbitrary number is no good. */
function unprivileged(): Owner {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['nobody', 'postgres']) {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error('PostgreSQL cannot run as root and there is no user "nobody"; start as an ordinary user instead.');
}

/** Whether another user can walk down to this path; in `/root` (mode 0700) it cannot. */
export function isTraversable(path: string): boolean {
  for (let at = resolve(path); ; at = dirname(at)) {
    if (existsSync(at) && statSync(at).isDirectory() && (statSync(at).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}
