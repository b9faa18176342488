import type { ReactionName } from '#application/reactions.js';
import type { FactorReset } from '#domain/access/factor-reset.js';
import type { AccessToken } from '#domain/access/access-token.js';
import type { SealedOpening } from '#domain/access/sealed-opening.js';
import type { UserLink } from '#domain/access/user-link.js';
import type { Organisation } from '#domain/access/organisation.js';
import type { User } from '#domain/access/user.js';
import type { Telling } from '#domain/case/telling.js';
import type { CaseBatch } from '#domain/case/case-batch.js';
import type { SavedView } from '#domain/case/saved-view.js';
import type { CaseFile } from '#domain/case/case-file.js';
import type { Delivery } from '#domain/correspondence/delivery.js';
import type { Letter } from '#domain/correspondence/letter.js';
import type { Message } from '#domain/correspondence/message.js';
import type { Escalation } from '#domain/escalation/escalation.js';
import type { Actor, DomainEvent } from '#domain/event.js';
import type { Capture } from '#domain/evidence/capture.js';
import type { EvidenceItem } from '#domain/evidence/evidence-item.js';
import type { ExplanationVersion } from '#domain/ground/explanation-version.js';
import type { RecordedDefect } from '#domain/provider/channel-defect.js';
import type { Notice } from '#domain/notice/notice.js';
import { referenceRegister, type RegisterPages } from './fake-kept-register.js';
import { anOrganisation } from '#test/builders/letter-facts.builder.js';

/** An event as the log keeps it. */
export interface LoggedEvent extends DomainEvent {
  readonly by: Actor;
}

/** A reaction that waits for its worker. */
export interface WaitingJob {
  readonly reaction: ReactionName;
  readonly eventKind: string;
  readonly startAfterSeconds: number;
}

/** Everything the books hold; a transaction works on a copy. */
export interface Pages {
  readonly cases: Map<string, CaseFile>;
  readonly notices: Map<string, Notice>;
  readonly deliveries: Map<string, Delivery>;
  readonly messages: Map<string, Message>;
  readonly escalations: Map<string, Escalation>;
  readonly users: Map<string, User>;
  readonly settings: { organisation: Organisation; version: number };
  readonly factorResets: Map<string, FactorReset>;
  /** Whose second factors were taken away. */
  readonly withoutFactors: string[];
  readonly tokens: Map<string, AccessToken>;
  readonly views: Map<string, SavedView>;
  readonly batches: Map<string, CaseBatch>;
  readonly defects: Map<string, RecordedDefect>;
  readonly links: Map<string, UserLink>;
  /** Whose sessions this transaction ends. */
  readonly sessionsEnded: string[];
  readonly sealedOpenings: SealedOpening[];
  readonly tellings: Telling[];
  readonly letters: Map<string, Letter>;
  readonly bytes: Map<string, Uint8Array>;
  /** The oldest wording first, by `ground/language`. */
  readonly explanations: Map<string, readonly ExplanationVersion[]>;
  readonly register: RegisterPages;
  readonly captures: Map<string, { capture: Capture; of: object; items: readonly EvidenceItem[] }>;
  readonly attachments: { noticeId: string; item: EvidenceItem }[];
  readonly numbers: Map<string, number>;
  readonly events: LoggedEvent[];
  readonly jobs: WaitingJob[];
}

/** Books in which nothing stands yet. */
export const emptyPages = (): Pages => ({
  cases: new Map(),
  notices: new Map(),
  deliveries: new Map(),
  messages: new Map(),
  escalations: new Map(),
  users: new Map(),
  settings: { organisation: anOrganisation(), version: 1 },
  factorResets: new Map(),
  withoutFactors: [],
  tokens: new Map(),
  views: new Map(),
  batches: new Map(),
  defects: new Map(),
  links: new Map(),
  sessionsEnded: [],
  sealedOpenings: [],
  tellings: [],
  letters: new Map(),
  bytes: new Map(),
  explanations: new Map(),
  register: referenceRegister(),
  captures: new Map(),
  attachments: [],
  numbers: new Map(),
  events: [],
  jobs: [],
});
