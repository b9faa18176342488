import type { LegalGround } from '#domain/ground/legal-ground.js';
import { ok, warn, type Found } from './finding.js';

/** Which grounds of the desk's country a lawyer still has to confirm; nobody is kept from using them. */
export function groundsFinding(grounds: readonly LegalGround[], country: string): Found {
  const own = grounds.filter((ground) => ground.country === country);
  const open = own.filter(({ confidence }) => confidence === 'K').map(({ code }) => code);
  const asked = own.filter(({ questionsConfidence }) => questionsConfidence === 'K').length;
  if (own.length === 0) {
    const remedy = 'run "seinpost migrate"; the country stands in the file that SEINPOST_ORGANISATION names';
    return warn(`no grounds of ${country} are loaded`, remedy);
  }
  const loaded = `${own.length} grounds of ${country}`;
  if (open.length === 0) return ok(`${loaded}, none to be confirmed`);
  const detail = `${loaded}; ${open.length} to be confirmed: ${open.join(', ')}; questions of ${asked} to be confirmed`;
  const remedy = `let a lawyer confirm them in migrations/reference/${country.toLowerCase()}; until then they can be used`;
  return warn(detail, remedy);
}
