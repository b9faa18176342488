import { Installation1763740000100 } from './1763740000100-installation.js';
import { Register1763740000110 } from './1763740000110-register.js';
import { Notices1763740000120 } from './1763740000120-notices.js';
import { Messages1763740000130 } from './1763740000130-messages.js';
import { Evidence1763740000140 } from './1763740000140-evidence.js';
import { Escalations1763740000150 } from './1763740000150-escalations.js';
import { Access1763740000200 } from './1763740000200-access.js';
import { MailboxMails1763740000210 } from './1763740000210-mailbox-mails.js';
import { Confidentiality1763740000300 } from './1763740000300-confidentiality.js';
import { Proofs1763740000310 } from './1763740000310-proofs.js';
import { People1763740000320 } from './1763740000320-people.js';
import { PeopleAndSettings1763740000321 } from './1763740000321-people-and-settings.js';
import { OneOpenReset1763740000322 } from './1763740000322-one-open-reset.js';
import { MoreSubjects1763740000330 } from './1763740000330-more-subjects.js';
import { AuditChain1763740000331 } from './1763740000331-audit-chain.js';
import { AuditAnchors1763740000332 } from './1763740000332-audit-anchors.js';
import { EventLogByActor1763740000333 } from './1763740000333-event-log-by-actor.js';
import { AnchorOrder1763740000334 } from './1763740000334-anchor-order.js';
import { Approvals1763740000350 } from './1763740000350-approvals.js';
import { AnsweredPosts1763740000360 } from './1763740000360-answered-posts.js';
import { AccessTokens1763740000370 } from './1763740000370-access-tokens.js';
import { GroundExplanations1763740000400 } from './1763740000400-ground-explanations.js';
import { NoticeAnswers1763740000450 } from './1763740000450-notice-answers.js';
import { RegisterWhole1763740000460 } from './1763740000460-register-whole.js';
import { SetAside1763740000470 } from './1763740000470-set-aside.js';
import { LetterFormats1763740000480 } from './1763740000480-letter-formats.js';
import { FormsHandedIn1763740000481 } from './1763740000481-forms-handed-in.js';
import { ChannelDefects1763740000482 } from './1763740000482-channel-defects.js';
import { Attachments1763740000484 } from './1763740000484-attachments.js';
import { ArisingNotices1763740000485 } from './1763740000485-arising-notices.js';
import { RegisterVersions1763740000490 } from './1763740000490-register-versions.js';
import { ChannelWords1763740000491 } from './1763740000491-channel-words.js';
import { CaseWork1763740000500 } from './1763740000500-case-work.js';
import { Holidays1763740000501 } from './1763740000501-holidays.js';
import { SavedViews1763740000502 } from './1763740000502-saved-views.js';
import { CaseBatches1763740000503 } from './1763740000503-case-batches.js';
import { Search1763740000504 } from './1763740000504-search.js';
import { Shortcuts1763740000505 } from './1763740000505-shortcuts.js';
import { SearchAtSize1763740000506 } from './1763740000506-search-at-size.js';
import { PostedOn1763740000507 } from './1763740000507-posted-on.js';
import { HelpLines1763740000508 } from './1763740000508-help-lines.js';
import { Tellings1763740000509 } from './1763740000509-tellings.js';
import { WorkIndexes1763740000512 } from './1763740000512-work-indexes.js';
import { WordStatistics1763740000513 } from './1763740000513-word-statistics.js';
import { RegisterTexts1763740000530 } from './1763740000530-register-texts.js';
import { FormCaptures1763740000540 } from './1763740000540-form-captures.js';
import { LetterClaims1763740000550 } from './1763740000550-letter-claims.js';

/** The history of the database, oldest first; a test checks the order. */
export const MIGRATIONS = [
  Installation1763740000100,
  Register1763740000110,
  Notices1763740000120,
  Messages1763740000130,
  Evidence1763740000140,
  Escalations1763740000150,
  Access1763740000200,
  MailboxMails1763740000210,
  Confidentiality1763740000300,
  Proofs1763740000310,
  People1763740000320,
  PeopleAndSettings1763740000321,
  OneOpenReset1763740000322,
  MoreSubjects1763740000330,
  AuditChain1763740000331,
  AuditAnchors1763740000332,
  EventLogByActor1763740000333,
  AnchorOrder1763740000334,
  Approvals1763740000350,
  AnsweredPosts1763740000360,
  AccessTokens1763740000370,
  GroundExplanations1763740000400,
  NoticeAnswers1763740000450,
  RegisterWhole1763740000460,
  SetAside1763740000470,
  LetterFormats1763740000480,
  FormsHandedIn1763740000481,
  ChannelDefects1763740000482,
  Attachments1763740000484,
  ArisingNotices1763740000485,
  RegisterVersions1763740000490,
  ChannelWords1763740000491,
  CaseWork1763740000500,
  Holidays1763740000501,
  SavedViews1763740000502,
  CaseBatches1763740000503,
  Search1763740000504,
  Shortcuts1763740000505,
  SearchAtSize1763740000506,
  PostedOn1763740000507,
  HelpLines1763740000508,
  Tellings1763740000509,
  WorkIndexes1763740000512,
  WordStatistics1763740000513,
  RegisterTexts1763740000530,
  FormCaptures1763740000540,
  LetterClaims1763740000550,
];
