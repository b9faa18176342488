import type { CaseList } from '#application/case/case-list.js';
import { LeavingTerms } from '#application/notice/leaving-terms.js';
import { NoticeBlockers } from '#application/notice/notice-blockers.js';
import type { Register } from '#application/provider/register.js';
import type { CaseContent } from '#domain/case/case-file.js';
import { CaseBuilder } from '#test/builders/case.builder.js';
import { FakeClock } from './fake-clock.js';
import { FakeInstallation } from './fake-installation.js';
import { FakeRegister } from './fake-register.js';
import { FakeTrainees } from './fake-trainees.js';

/** The cases of a desk, of which one alone is ever looked at: who speaks for whom in it. */
export const casesWith = (content: Partial<CaseContent>): CaseList =>
  ({ one: () => Promise.resolve(CaseBuilder.aCase(1).saying(content).build()) }) as Partial<CaseList> as CaseList;

/** What stands in the way of notices of a practice desk. */
export const noticeBlockers = (
  register: Register = new FakeRegister(),
  mandate: Partial<CaseContent> = {},
): NoticeBlockers => new NoticeBlockers(register, casesWith(mandate), new FakeInstallation(), new FakeClock());

/** The terms on which notices of a practice desk leave. */
export const leavingTerms = (
  installation = new FakeInstallation(),
  trainees = new FakeTrainees(),
  register: Register = new FakeRegister(),
): LeavingTerms => new LeavingTerms(installation, trainees, register, noticeBlockers(register));
