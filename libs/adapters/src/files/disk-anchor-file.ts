import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AnchorFile } from '#application/access/anchor-places.js';
import { type Anchor, anchorLine, anchorsIn } from '#domain/access/anchor.js';

/** Keeps anchors in `anchors.jsonl`, one on each line, which is only ever opened to add to it. */
export class DiskAnchorFile extends AnchorFile {
  constructor(private readonly folder: string) {
    super();
  }

  /** On the disk when it resolves. Begins a line of its own, for a crash may have left half a one. */
  async append(anchor: Anchor): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const file = await open(this.path, 'a+', 0o600);
    try {
      const { size } = await file.stat();
      const last = size === 0 ? '\n' : (await file.read(Buffer.alloc(1), 0, 1, size - 1)).buffer.toString();
      await file.appendFile(`${last === '\n' ? '' : '\n'}${anchorLine(anchor)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
  }

  async all(): Promise<readonly Anchor[]> {
    const text = await readFile(this.path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
    return anchorsIn(text);
  }

  private get path(): string {
    return join(this.folder, 'anchors.jsonl');
  }
}
