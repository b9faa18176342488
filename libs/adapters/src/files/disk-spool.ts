import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createReadStream } from 'node:fs';
import type { EvidenceStore } from '#application/evidence/evidence-store.js';
import type { Identities } from '#application/identities.js';
import { Spool, type StoredArtefact } from '#application/evidence/spool.js';
import type { Artefact, Capture } from '#domain/evidence/capture.js';

const MANIFEST = { name: 'manifest.json', kind: 'manifest', mediaType: 'application/json' };

/** Captures pass through a folder on disk on their way into the evidence store. */
export class DiskSpool extends Spool {
  constructor(
    private readonly root: string,
    readonly allow: readonly string[],
    private readonly evidence: EvidenceStore,
    private readonly identities: Identities,
  ) {
    super();
  }

  async folder(captureId: string): Promise<string> {
    const folder = join(this.root, captureId);
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    return folder;
  }

  async store(capture: Capture): Promise<readonly StoredArtefact[]> {
    if (capture.manifestSha256 === null) return [];
    const madeWith = await this.madeWith(capture.id);
    const stored: StoredArtefact[] = [];
    for (const artefact of [...capture.artefacts, MANIFEST])
      stored.push(await this.put(capture.id, artefact, madeWith));
    return stored;
  }

  async clear(captureId: string): Promise<void> {
    await rm(join(this.root, captureId), { recursive: true, force: true });
  }

  private async put(captureId: string, artefact: Pick<Artefact, 'name' | 'kind' | 'mediaType'>, madeWith: string) {
    const { name, kind, mediaType } = artefact;
    const { digest, size } = await this.evidence.put(createReadStream(join(this.root, captureId, name)));
    return { id: this.identities.id(), name, kind, mediaType, size, digest, madeWith };
  }

  private async madeWith(captureId: string): Promise<string> {
    const manifest = JSON.parse(await readFile(join(this.root, captureId, MANIFEST.name), 'utf8')) as {
      madeWith?: string;
    };
    return manifest.madeWith ?? 'seinpost';
  }
}
