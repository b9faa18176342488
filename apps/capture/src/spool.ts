import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Artefact } from '#domain/evidence/capture.js';

/** The folder a capture writes to; every file is hashed from the very bytes that are written. */
export class Spool {
  readonly artefacts: Artefact[] = [];

  constructor(private readonly folder: string) {}

  async keep(name: string, kind: string, mediaType: string, content: Uint8Array | string): Promise<Artefact> {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
    const sha256 = await this.write(name, bytes);
    const artefact = { name, kind, mediaType, size: bytes.byteLength, sha256 };
    this.artefacts.push(artefact);
    return artefact;
  }

  /** True when something of the page itself was kept, not only facts about it. */
  get hasPage(): boolean {
    return this.artefacts.some(({ kind }) => ['viewport', 'full-page', 'document', 'text'].includes(kind));
  }

  /** Writes a file that does not exist yet, to the disk and not only to its cache; gives its SHA-256. */
  async write(name: string, bytes: Uint8Array): Promise<string> {
    const file = await open(join(this.folder, name), 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    return createHash('sha256').update(bytes).digest('hex');
  }
}
