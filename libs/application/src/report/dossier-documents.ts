import type { Dossier } from '#domain/report/dossier.js';
import type { BagFile } from './bag-writer.js';

/** Writes what people and machines read of a dossier: PDF, JSON, tables, and how to check it; each made when opened. */
export abstract class DossierDocuments {
  abstract of(dossier: Dossier): readonly BagFile[];
}
