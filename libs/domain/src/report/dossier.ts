import type { OutcomeClass } from '../outcome/outcome-code.js';
import { asOf } from './dossier-as-of.js';
import type { DossierFacts, DossierNotice, DossierVersion } from './dossier-facts.js';
import { decidedAtOf, itemStandings, standingOf } from './dossier-standing.js';
import { publicVersion } from './public-version.js';
import { provisionFacts, type ProvisionFact } from './provision-facts.js';
import { hoursBetween, timelineOf, type TimelineRow } from './timeline.js';

/** A dossier ready to be written: the facts as they stood at `at`, with what follows from them. */
export interface Dossier extends Omit<DossierFacts, 'notices'> {
  readonly version: DossierVersion;
  /** The only moment the dossier itself has. */
  readonly at: string;
  readonly provisions: readonly ProvisionFact[];
  readonly notices: readonly StandingNotice[];
}

/** A notice with how it stood. */
export interface StandingNotice extends DossierNotice {
  readonly class: OutcomeClass;
  readonly code: string | null;
  readonly partly: boolean;
  readonly itemClasses: readonly OutcomeClass[];
  readonly decidedAt: string | null;
  readonly acknowledgementHours: number | null;
  readonly decisionHours: number | null;
  readonly timeline: readonly TimelineRow[];
}

/** Makes the dossier at a moment, for the regulator or for everybody. */
export function dossierOf(facts: DossierFacts, version: DossierVersion, at: Date): Dossier {
  const known = asOf(facts, at);
  const told = version === 'public' ? publicVersion(known) : known;
  return {
    ...told,
    version,
    at: at.toISOString(),
    provisions: provisionFacts(known, at),
    notices: told.notices.map((notice) => standing(notice, at)),
  };
}

function standing(notice: DossierNotice, at: Date): StandingNotice {
  const { class: standsAs, code, partly } = standingOf(notice, at);
  const decidedAt = decidedAtOf(notice)?.toISOString() ?? null;
  return {
    ...notice,
    class: standsAs,
    code,
    partly,
    itemClasses: itemStandings(notice, at).map((item) => item.class),
    decidedAt,
    acknowledgementHours: hours(notice.sentAt, notice.acknowledgedAt),
    decisionHours: hours(notice.sentAt, decidedAt),
    timeline: timelineOf(notice, at),
  };
}

function hours(from: string, until: string | null): number | null {
  return until === null ? null : hoursBetween(from, until);
}
