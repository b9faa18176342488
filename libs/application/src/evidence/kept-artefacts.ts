import type { Capture } from '#domain/evidence/capture.js';
import { EvidenceItem, type EvidenceKind } from '#domain/evidence/evidence-item.js';
import type { Spool } from './spool.js';

/** Moves what a capture made into the evidence store; each file begins its custody with the job that stored it. */
export async function keptArtefacts(
  spool: Spool,
  capture: Capture,
  { at, by }: { readonly at: Date; readonly by: string },
): Promise<EvidenceItem[]> {
  const url = capture.finalUrl ?? capture.url;
  const artefacts = await spool.store(capture);
  return artefacts.map(({ id, digest, size, mediaType, name, madeWith, kind }) => {
    const provenance = { captureId: capture.id, url, madeAt: capture.endedAt, madeWith };
    return EvidenceItem.stored({ id, digest, kind: kind as EvidenceKind, size, mediaType, name, provenance }, at, by);
  });
}
