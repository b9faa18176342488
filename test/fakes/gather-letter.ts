import { GatherEnclosures } from '#application/evidence/gather-enclosures.js';
import { EvidenceKeeping } from '#application/evidence/evidence-keeping.js';
import type { GroundTexts } from '#application/ground/ground-texts.js';
import { GatherClaims } from '#application/notice/gather-claims.js';
import { GatherLetter } from '#application/notice/gather-letter.js';
import { NoticeFile } from '#application/notice/notice-file.js';
import type { Installation } from '#application/access/installation.js';
import { FakeEvidenceStore } from './fake-evidence-store.js';
import { casesWith, noticeBlockers } from './leaving-terms.js';
import { FakeRegister } from './fake-register.js';

/** Gathers letters about notices with which nothing goes along: no file is ever looked for. */
export function gatherLetter(installation: Installation): GatherLetter {
  const register = new FakeRegister();
  const claims = new GatherClaims(noticeBlockers(register), register, {
    current: nothing,
  } as Partial<GroundTexts> as GroundTexts);
  const keeping = new EvidenceKeeping(new FakeEvidenceStore(), NOTHING, register, casesWith({}));
  return new GatherLetter(register, installation, new GatherEnclosures(NOTHING, keeping), claims);
}

const nothing = (): Promise<never> => Promise.reject(new Error('nothing goes along here'));
const NOTHING: NoticeFile = { whole: nothing, letter: nothing, evidence: nothing };
