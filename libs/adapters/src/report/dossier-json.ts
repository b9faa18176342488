import type { Dossier } from '#domain/report/dossier.js';

/** Name and version of the format; the schema is docs/dossier.schema.json. */
export const DOSSIER_FORMAT = 'seinpost-dossier/1';

/** The whole dossier for machines: members in a fixed order, two spaces, a line end, nothing rounded or renamed. */
export function dossierJson(dossier: Dossier): string {
  const { reference, kind, version, at, zone, period, ...rest } = sorted(dossier);
  return `${JSON.stringify({ format: DOSSIER_FORMAT, reference, kind, version, at, zone, period, ...rest }, null, 2)}\n`;
}

/** Members by name, at every depth: a fact source may give them in any order, the bytes stay the same. */
function sorted(value: Dossier): Dossier {
  return JSON.parse(JSON.stringify(value), (_key, member: unknown) => {
    if (member === null || typeof member !== 'object' || Array.isArray(member)) return member;
    return Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)));
  }) as Dossier;
}
