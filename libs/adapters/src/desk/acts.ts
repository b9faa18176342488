import { AnchorLog } from '#application/access/anchor-log.js';
import { KeepVerification } from '#application/access/keep-verification.js';
import { RecordLook } from '#application/access/record-look.js';
import { AddUser } from '#application/access/add-user.js';
import { AskFactorReset } from '#application/access/ask-factor-reset.js';
import { AssignUser } from '#application/access/assign-user.js';
import { DescribeOrganisation } from '#application/access/describe-organisation.js';
import { DisableUser } from '#application/access/disable-user.js';
import { EnableUser } from '#application/access/enable-user.js';
import { EndSessions } from '#application/access/end-sessions.js';
import { MakeLink } from '#application/access/make-link.js';
import { ResetUser } from '#application/access/reset-user.js';
import { SettleFactorReset } from '#application/access/settle-factor-reset.js';
import { VerifyAudit } from '#application/access/verify-audit.js';
import { VerifyByItself } from '#application/access/verify-by-itself.js';
import { SaveView } from '#application/case/save-view.js';
import { AssignCases } from '#application/case/assign-cases.js';
import { CloseCases } from '#application/case/close-cases.js';
import { UndoBatch } from '#application/case/undo-batch.js';
import { CaseBatches } from '#application/case/case-batches.js';
import { AssignCase } from '#application/case/assign-case.js';
import { DescribeCase } from '#application/case/describe-case.js';
import { CloseCase } from '#application/case/close-case.js';
import { OpenSealedCase } from '#application/case/open-sealed-case.js';
import { SearchDesk } from '#application/case/search-desk.js';
import { RestrictCase } from '#application/case/restrict-case.js';
import { OpenCase } from '#application/case/open-case.js';
import { PracticeCases } from '#application/case/practice-cases.js';
import { SeedPractice } from '#application/case/seed-practice.js';
import { HandInForm } from '#application/correspondence/hand-in-form.js';
import { IngestMail } from '#application/correspondence/ingest-mail.js';
import { KeepMail } from '#application/correspondence/keep-mail.js';
import { LinkMessage } from '#application/correspondence/link-message.js';
import { SettleDelivery } from '#application/correspondence/settle-delivery.js';
import { SortMessage } from '#application/correspondence/sort-message.js';
import { RecordChannelDefect } from '#application/provider/record-channel-defect.js';
import { ResolveChannelDefect } from '#application/provider/resolve-channel-defect.js';
import { TakeUpForm } from '#application/correspondence/take-up-form.js';
import { UnderstandMessage } from '#application/correspondence/understand-message.js';
import { AdvanceEscalation } from '#application/escalation/advance-escalation.js';
import { ExportDossier } from '#application/escalation/export-dossier.js';
import { AttachFiles } from '#application/evidence/attach-files.js';
import { EncloseFile } from '#application/evidence/enclose-file.js';
import { GatherEnclosures } from '#application/evidence/gather-enclosures.js';
import { GatherClaims } from '#application/notice/gather-claims.js';
import { CopyNotice } from '#application/notice/copy-notice.js';
import { FollowUpNotice } from '#application/notice/follow-up-notice.js';
import { NewDrafts } from '#application/notice/new-drafts.js';
import { SplitNotice } from '#application/notice/split-notice.js';
import { SplitPlan } from '#application/notice/split-plan.js';
import { GatherLetter } from '#application/notice/gather-letter.js';
import { EvidenceKeeping } from '#application/evidence/evidence-keeping.js';
import { RemoveAttachment } from '#application/evidence/remove-attachment.js';
import { OpenEscalation } from '#application/escalation/open-escalation.js';
import { CapturePage } from '#application/evidence/capture-page.js';
import { RequestCapture } from '#application/evidence/request-capture.js';
import { CaptureForm } from '#application/evidence/capture-form.js';
import { RequestFormCapture } from '#application/provider/request-form-capture.js';
import { RunCapture } from '#application/evidence/run-capture.js';
import { ViewEvidence } from '#application/evidence/view-evidence.js';
import { ApproveNotice } from '#application/notice/approve-notice.js';
import { AskApproval } from '#application/notice/ask-approval.js';
import { CloseNotice } from '#application/notice/close-notice.js';
import { DescribeNotice } from '#application/notice/describe-notice.js';
import { EditExplanation } from '#application/ground/edit-explanation.js';
import { ExplainGround } from '#application/notice/explain-ground.js';
import { ImportNotices } from '#application/notice/import-notices.js';
import { LeavingTerms } from '#application/notice/leaving-terms.js';
import { NoticeBlockers } from '#application/notice/notice-blockers.js';
import { PreviewNotice } from '#application/notice/preview-notice.js';
import { PreviewWithdrawal } from '#application/notice/preview-withdrawal.js';
import { RecallNotice } from '#application/notice/recall-notice.js';
import { RecordHistory } from '#application/notice/record-history.js';
import { RenderLetter } from '#application/notice/render-letter.js';
import { ReturnNotice } from '#application/notice/return-notice.js';
import { RewordGround } from '#application/notice/reword-ground.js';
import { TellHelpSeeker } from '#application/case/tell-help-seeker.js';
import { SetAsideNotice } from '#application/notice/set-aside-notice.js';
import { OpenMatter } from '#application/notice/open-matter.js';
import { StartNotice } from '#application/notice/start-notice.js';
import { SubmitNotice } from '#application/notice/submit-notice.js';
import { WithdrawNotice } from '#application/notice/withdraw-notice.js';
import { AcknowledgeNotice } from '#application/outcome/acknowledge-notice.js';
import { DecideNotice } from '#application/outcome/decide-notice.js';
import { MakeDossier } from '#application/report/make-dossier.js';
import { Recanonicalise } from '#application/notice/recanonicalise.js';
import { AddPlatform } from '#application/provider/add-platform.js';
import { AmendPlatform } from '#application/provider/amend-platform.js';
import { AmendProvider } from '#application/provider/amend-provider.js';
import { RecordOnboarding } from '#application/provider/record-onboarding.js';
import { VerifyChannel } from '#application/provider/verify-channel.js';
import { RewriteSpells } from '#application/statistics/rewrite-spells.js';
import { FollowUp } from '#application/statistics/follow-up.js';

/** The acts of people, commands and reactions; sending is wired by the worker, which alone does it. */
export const ACTS = [
  AddUser,
  AskFactorReset,
  AssignUser,
  DisableUser,
  EnableUser,
  EndSessions,
  MakeLink,
  ResetUser,
  SettleFactorReset,
  RecordLook,
  AnchorLog,
  VerifyAudit,
  VerifyByItself,
  KeepVerification,
  OpenCase,
  CloseCase,
  AssignCase,
  CaseBatches,
  AssignCases,
  CloseCases,
  UndoBatch,
  SaveView,
  DescribeCase,
  RestrictCase,
  SearchDesk,
  OpenSealedCase,
  SetAsideNotice,
  TellHelpSeeker,
  RewordGround,
  NewDrafts,
  StartNotice,
  OpenMatter,
  CopyNotice,
  FollowUpNotice,
  SplitPlan,
  SplitNotice,
  DescribeNotice,
  ExplainGround,
  EditExplanation,
  GatherLetter,
  GatherClaims,
  RenderLetter,
  PreviewNotice,
  LeavingTerms,
  NoticeBlockers,
  AskApproval,
  ApproveNotice,
  ReturnNotice,
  SubmitNotice,
  RecallNotice,
  PreviewWithdrawal,
  WithdrawNotice,
  CloseNotice,
  RecordHistory,
  ImportNotices,
  CapturePage,
  RequestCapture,
  RunCapture,
  CaptureForm,
  RequestFormCapture,
  ViewEvidence,
  EvidenceKeeping,
  GatherEnclosures,
  AttachFiles,
  RemoveAttachment,
  EncloseFile,
  KeepMail,
  UnderstandMessage,
  IngestMail,
  SortMessage,
  LinkMessage,
  SettleDelivery,
  TakeUpForm,
  HandInForm,
  RecordChannelDefect,
  ResolveChannelDefect,
  AcknowledgeNotice,
  DecideNotice,
  OpenEscalation,
  AdvanceEscalation,
  ExportDossier,
  FollowUp,
  RewriteSpells,
  DescribeOrganisation,
  Recanonicalise,
  AddPlatform,
  AmendPlatform,
  AmendProvider,
  VerifyChannel,
  RecordOnboarding,
  MakeDossier,
  PracticeCases,
  SeedPractice,
];
