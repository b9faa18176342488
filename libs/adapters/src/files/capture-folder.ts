import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Makes room for captures under one folder: each gets a folder of its own, so that none overwrites or mixes with another.
 * Until it is finished a capture lies in a hidden folder beside its final place.
 */
export class CaptureFolder {
  private spool: string | undefined;

  constructor(private readonly out: string) {}

  /** An empty hidden folder to write to. */
  async open(): Promise<string> {
    await mkdir(this.out, { recursive: true });
    this.spool = await mkdtemp(join(this.out, '.capture-'));
    return this.spool;
  }

  /** Gives the capture its final name, from its instant and host; never takes the place of another one. */
  async finish(url: string, at: Date): Promise<string> {
    if (this.spool === undefined) throw new Error('A capture folder is opened before it is finished');
    const name = `${at.toISOString().replace(/[-:]|\.\d+/g, '')}-${new URL(url).hostname.replace(/[^\w.-]/g, '')}`;
    for (let attempt = 1; ; attempt += 1) {
      const folder = join(this.out, attempt === 1 ? name : `${name}-${attempt}`);
      if (!(await claim(folder))) continue;
      await rename(this.spool, folder); // replaces the empty folder just claimed, and only an empty one
      this.spool = undefined;
      return folder;
    }
  }

  /** Takes an unfinished capture away. */
  async discard(): Promise<void> {
    if (this.spool !== undefined) await rm(this.spool, { recursive: true, force: true });
    this.spool = undefined;
  }
}

async function claim(folder: string): Promise<boolean> {
  try {
    await mkdir(folder);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
