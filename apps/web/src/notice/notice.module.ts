import { Module } from '@nestjs/common';
import { GroundModule } from '../ground/ground.module.js';
import { ApprovalsController } from './approvals.controller.js';
import { AskApprovalController } from './ask-approval.controller.js';
import { CheckAnswers } from './check-answers.js';
import { CheckNoticeController } from './check-notice.controller.js';
import { CheckPage } from './check.page.js';
import { AttachmentsController } from './attachments.controller.js';
import { EnclosuresController } from './enclosures.controller.js';
import { RepeatNoticeController } from './repeat-notice.controller.js';
import { SplitNoticeController } from './split-notice.controller.js';
import { SplitPage } from './split.page.js';
import { EvidenceTurn } from './evidence-turn.js';
import { CloseNoticeController } from './close-notice.controller.js';
import { EvidenceController } from './evidence.controller.js';
import { ExplainController } from './explain.controller.js';
import { ExplainPage } from './explain.page.js';
import { DefectPage } from './defect.page.js';
import { DefectController } from './defect.controller.js';
import { HandInController } from './hand-in.controller.js';
import { WithdrawPage } from './withdraw.page.js';
import { FormBeside } from './form-beside.js';
import { HandInPage } from './hand-in.page.js';
import { TakeUpFormController } from './take-up-form.controller.js';
import { NoticeChoices } from './notice-choices.js';
import { Todays } from '../case/todays.js';
import { NoticeDeadlines } from './notice-deadlines.js';
import { NoticeFacts } from './notice-facts.js';
import { NoticeController } from './notice.controller.js';
import { NoticePage } from './notice.page.js';
import { RewordController } from './reword.controller.js';
import { ReviewController } from './review.controller.js';
import { ReviewPage } from './review.page.js';
import { NotReportableController } from './not-reportable.controller.js';
import { NotReportablePage } from './not-reportable.page.js';
import { SelfReportController } from './self-report.controller.js';
import { SelfReportPage } from './self-report.page.js';
import { BeginAtOnceController } from './wizard/begin-at-once.controller.js';
import { BeginNoticeController } from './wizard/begin.controller.js';
import { WizardDesk } from './wizard/wizard-desk.js';
import { ChannelOffers } from './wizard/channel-offers.js';
import { ContentLines } from './wizard/content-lines.js';
import { WIZARD_PAGES, wizardPages } from './wizard/wizard-pages.js';
import { WizardTasks } from './wizard/wizard-tasks.js';
import { WizardController } from './wizard/wizard.controller.js';
import { WithdrawNoticeController } from './withdraw-notice.controller.js';

/** Notices: writing, checking, sending, following. */
@Module({
  imports: [GroundModule],
  controllers: [
    BeginNoticeController,
    BeginAtOnceController,
    CheckNoticeController,
    WizardController,
    NotReportableController,
    SelfReportController,
    ExplainController,
    HandInController,
    DefectController,
    TakeUpFormController,
    RewordController,
    AskApprovalController,
    ApprovalsController,
    ReviewController,
    WithdrawNoticeController,
    CloseNoticeController,
    NoticeController,
    RepeatNoticeController,
    SplitNoticeController,
    EvidenceController,
    AttachmentsController,
    EnclosuresController,
  ],
  providers: [
    ContentLines,
    ChannelOffers,
    ...WIZARD_PAGES,
    wizardPages,
    WizardDesk,
    EvidenceTurn,
    SplitPage,
    WizardTasks,
    NoticeChoices,
    NoticeFacts,
    NoticeDeadlines,
    Todays,
    NoticePage,
    NotReportablePage,
    SelfReportPage,
    ExplainPage,
    CheckAnswers,
    CheckPage,
    FormBeside,
    HandInPage,
    DefectPage,
    WithdrawPage,
    ReviewPage,
  ],
  exports: [NoticePage],
})
export class NoticeModule {}
