import { LeavingTerms } from '#application/notice/leaving-terms.js';
import type { Register } from '#application/provider/register.js';
import { FakeInstallation } from './fake-installation.js';
import { FakeRegister } from './fake-register.js';
import { FakeTrainees } from './fake-trainees.js';

/** The terms on which notices of a practice desk leave. */
export const leavingTerms = (
  installation = new FakeInstallation(),
  trainees = new FakeTrainees(),
  register: Register = new FakeRegister(),
): LeavingTerms => new LeavingTerms(installation, trainees, register);
