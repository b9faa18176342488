import type { Provider } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AnsweredPosts } from '#application/access/answered-posts.js';
import { AnchorBook } from '#application/access/anchor-places.js';
import { AuditLog } from '#application/access/audit-log.js';
import { AuditTrail } from '#application/access/audit-trail.js';
import { Installation } from '#application/access/installation.js';
import { Colleagues } from '#application/access/colleagues.js';
import { Standings } from '#application/access/standings.js';
import { Trainees } from '#application/access/trainees.js';
import { PeopleList } from '#application/access/people-list.js';
import { Users } from '#application/access/users.js';
import { CaseList } from '#application/case/case-list.js';
import { CaseNews } from '#application/case/case-news.js';
import { HelpLines } from '#application/case/help-lines.js';
import { TeamWork } from '#application/case/team-work.js';
import { SavedViews } from '#application/case/saved-views.js';
import { WorkingCalendars } from '#application/case/working-calendars.js';
import { DeskSearch } from '#application/case/desk-search.js';
import { Waiting } from '#application/case/waiting.js';
import { Inbox } from '#application/correspondence/inbox.js';
import { NoticesByClue } from '#application/correspondence/notices-by-clue.js';
import { EscalationList } from '#application/escalation/escalation-list.js';
import { EventLog } from '#application/event-log.js';
import { CaseEvidence } from '#application/evidence/case-evidence.js';
import { CapturePolicies } from '#application/evidence/capture-policies.js';
import { GroundTexts } from '#application/ground/ground-texts.js';
import { ApprovalList } from '#application/notice/approval-list.js';
import { KnownReferences } from '#application/notice/known-references.js';
import { NoticeFile } from '#application/notice/notice-file.js';
import { NoticeList } from '#application/notice/notice-list.js';
import { SetAsideCounts } from '#application/notice/set-aside-counts.js';
import { ChannelsToVerify, ChannelUse } from '#application/provider/channel-use.js';
import { PlatformFile } from '#application/provider/platform-file.js';
import { DefectList } from '#application/provider/defect-list.js';
import { Register } from '#application/provider/register.js';
import { OpenNotices } from '#application/statistics/open-notices.js';
import { FollowUpCounts } from '#application/statistics/follow-up-counts.js';
import { PgAnsweredPosts } from '../postgres/access/pg-answered-posts.js';
import { PgColleagues } from '../postgres/access/pg-colleagues.js';
import { PgStandings } from '../postgres/access/pg-standings.js';
import { PgTrainees } from '../postgres/access/pg-trainees.js';
import { PgPeopleList } from '../postgres/access/pg-people-list.js';
import { PgUsers } from '../postgres/access/pg-users.js';
import { PgAnchorBook } from '../postgres/access/pg-anchor-book.js';
import { PgAuditLog } from '../postgres/access/pg-audit-log.js';
import { PgAuditTrail } from '../postgres/access/pg-audit-trail.js';
import { PgApprovalList } from '../postgres/pg-approval-list.js';
import { PgCapturePolicies } from '../postgres/pg-capture-policies.js';
import { PgCaseEvidence } from '../postgres/pg-case-evidence.js';
import { PgCaseList } from '../postgres/pg-case-list.js';
import { PgEscalationList } from '../postgres/pg-escalation-list.js';
import { PgEventLog } from '../postgres/pg-event-log.js';
import { PgFollowUpCounts } from '../postgres/pg-follow-up-counts.js';
import { PgGroundTexts } from '../postgres/pg-ground-texts.js';
import { PgHelpLines } from '../postgres/pg-help-lines.js';
import { PgInbox } from '../postgres/pg-inbox.js';
import { PgInstallation } from '../postgres/pg-installation.js';
import { PgKnownReferences } from '../postgres/pg-known-references.js';
import { PgNoticeFile } from '../postgres/pg-notice-file.js';
import { PgNoticeList } from '../postgres/pg-notice-list.js';
import { PgNoticesByClue } from '../postgres/pg-notices-by-clue.js';
import { PgOpenNotices } from '../postgres/pg-open-notices.js';
import { PgChannelsToVerify } from '../postgres/pg-channels-to-verify.js';
import { PgChannelUse } from '../postgres/pg-channel-use.js';
import { PgPlatformFile } from '../postgres/pg-platform-file.js';
import { PgRegister } from '../postgres/pg-register.js';
import { PgDefectList } from '../postgres/pg-defect-list.js';
import { PgSetAsideCounts } from '../postgres/pg-set-aside-counts.js';
import { PgTeamWork } from '../postgres/pg-team-work.js';
import { PgSavedViews } from '../postgres/pg-saved-views.js';
import { PgWorkingCalendars } from '../postgres/pg-working-calendars.js';
import { PgDeskSearch } from '../postgres/search/pg-desk-search.js';
import { PgCaseNews } from '../postgres/pg-case-news.js';
import { PgWaiting } from '../postgres/pg-waiting.js';

type Port = abstract new (...needs: never[]) => object;
type Adapter = new (db: DataSource) => object;

const ADAPTERS: readonly (readonly [Port, Adapter])[] = [
  [Installation, PgInstallation],
  [AnsweredPosts, PgAnsweredPosts],
  [Trainees, PgTrainees],
  [Users, PgUsers],
  [PeopleList, PgPeopleList],
  [Register, PgRegister],
  [PlatformFile, PgPlatformFile],
  [ChannelUse, PgChannelUse],
  [ChannelsToVerify, PgChannelsToVerify],
  [SetAsideCounts, PgSetAsideCounts],
  [DefectList, PgDefectList],
  [GroundTexts, PgGroundTexts],
  [EventLog, PgEventLog],
  [AuditTrail, PgAuditTrail],
  [AuditLog, PgAuditLog],
  [AnchorBook, PgAnchorBook],
  [CaseList, PgCaseList],
  [CaseEvidence, PgCaseEvidence],
  [HelpLines, PgHelpLines],
  [CaseNews, PgCaseNews],
  [Standings, PgStandings],
  [Colleagues, PgColleagues],
  [Waiting, PgWaiting],
  [SavedViews, PgSavedViews],
  [TeamWork, PgTeamWork],
  [WorkingCalendars, PgWorkingCalendars],
  [DeskSearch, PgDeskSearch],
  [NoticeList, PgNoticeList],
  [NoticeFile, PgNoticeFile],
  [ApprovalList, PgApprovalList],
  [KnownReferences, PgKnownReferences],
  [CapturePolicies, PgCapturePolicies],
  [Inbox, PgInbox],
  [NoticesByClue, PgNoticesByClue],
  [EscalationList, PgEscalationList],
  [FollowUpCounts, PgFollowUpCounts],
  [OpenNotices, PgOpenNotices],
];

/** The ports that need the database alone. */
export const DATABASE_PORTS: readonly Provider[] = ADAPTERS.map(([port, Adapter]) => ({
  provide: port as never,
  useFactory: (db: DataSource) => new Adapter(db),
  inject: [DataSource],
}));
