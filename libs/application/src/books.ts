import type { DeliveryStanding } from '#domain/notice/withdrawal.js';
import type { FactorReset } from '#domain/access/factor-reset.js';
import type { AccessToken } from '#domain/access/access-token.js';
import type { Organisation } from '#domain/access/organisation.js';
import type { Redescribed } from '#domain/access/redescribe.js';
import type { User } from '#domain/access/user.js';
import type { SealedOpening } from '#domain/access/sealed-opening.js';
import type { CaseBatch } from '#domain/case/case-batch.js';
import type { SavedView } from '#domain/case/saved-view.js';
import type { CaseFile } from '#domain/case/case-file.js';
import type { Telling } from '#domain/case/telling.js';
import type { Delivery } from '#domain/correspondence/delivery.js';
import type { Letter } from '#domain/correspondence/letter.js';
import type { Message } from '#domain/correspondence/message.js';
import type { Escalation } from '#domain/escalation/escalation.js';
import type { Actor, DomainEvent } from '#domain/event.js';
import type { Capture } from '#domain/evidence/capture.js';
import type { FormCapture } from '#domain/evidence/form-capture.js';
import type { CustodyEntry, EvidenceItem } from '#domain/evidence/evidence-item.js';
import type { ExplanationVersion } from '#domain/ground/explanation-version.js';
import type { LetterLanguage } from '#domain/notice/codes.js';
import type { Notice } from '#domain/notice/notice.js';
import type { RecordedDefect } from '#domain/provider/channel-defect.js';
import type { NumberedThing } from '#domain/notice/reference.js';
import type { WaysIn } from './access/ways-in.js';
import type { KeptAddresses } from './notice/kept-addresses.js';
import type { KeptRegister } from './provider/kept-register.js';

/** What a verb leaves behind: one event, several, or none. */
export type Happened = DomainEvent | readonly DomainEvent[] | void;

/** A thing to change: which one, and the version the person saw; another version refuses with `version.outdated`. */
export interface Which {
  readonly id: string;
  readonly expected?: number;
  /** The change shows in no letter and no form, so what a person has read stays valid: the version is not counted up. */
  readonly quietly?: boolean;
}

/** One kind of thing within a transaction. */
export interface Shelf<T> {
  /** Reads without locking; refuses with `<noun>.not-found`. */
  get(id: string): Promise<T>;
  /** Locks the row, checks the version, lets the domain act, saves the row and what happened. */
  change(which: Which, verb: (thing: T) => Happened): Promise<T>;
  /** Refuses with `<noun>.already-there` what another has already: id, reference, a delivery of the same letter. */
  /** The same verb on several things, all locked first; answers them in the order of the ids. */
  changeEach(ids: readonly string[], verb: (thing: T) => Happened): Promise<readonly T[]>;
  add(thing: T, happened: Happened): Promise<void>;
  /** Adds many at once; `happened` says of each what came about with it. */
  addEach(things: readonly T[], happened: (thing: T) => Happened): Promise<void>;
}

/** The things with a shelf of their own, in the order in which an act over several of them locks them. */
export interface Shelves {
  readonly cases: Shelf<CaseFile>;
  readonly notices: Shelf<Notice>;
  readonly deliveries: Shelf<Delivery>;
  readonly messages: Shelf<Message>;
  readonly escalations: Shelf<Escalation>;
  readonly users: Shelf<User>;
  readonly factorResets: Shelf<FactorReset>;
  readonly tokens: Shelf<AccessToken>;
  readonly views: Shelf<SavedView>;
  readonly batches: Shelf<CaseBatch>;
  readonly defects: Shelf<RecordedDefect>;
}

/** Everything one act may touch at once, within one transaction. */
export interface OpenBooks extends Shelves {
  readonly letters: Letters;
  readonly rawMail: RawMail;
  readonly evidence: KeptEvidence;
  readonly waysIn: WaysIn;
  readonly organisation: KeptOrganisation;
  readonly explanations: Explanations;
  readonly register: KeptRegister;
  readonly addresses: KeptAddresses;
  readonly sealedOpenings: SealedOpenings;
  readonly tellings: Tellings;
  /** The database's clock, which alone decides on leases: clocks of machines differ, and a paused process has none. */
  now(): Promise<Date>;
  /** The next running number of a thing in a year; a number is never given twice. */
  nextNumber(thing: NumberedThing, year: number): Promise<number>;
  /** Sees to it that a number given elsewhere is never given here. */
  reserveNumber(thing: NumberedThing, year: number, n: number): Promise<void>;
  /** The administrators who can sign in, locked until the transaction ends, so that two at once do not take away both. */
  lockAdministrators(): Promise<readonly User[]>;
  /** Ids of a notice's deliveries that are not over: they wait, are under way, or were lost from sight. */
  openDeliveries(noticeId: string): Promise<readonly string[]>;
  /** How each delivery of a notice stands, oldest first. */
  deliveryStandings(noticeId: string): Promise<readonly DeliveryStanding[]>;
  /** Records what changed no row of these. */
  readonly record: (happened: Happened) => Promise<void>;
}

/** Whose desk this is: one row. */
export interface KeptOrganisation {
  /** Locks it, checks the version a person saw, keeps what it is from now on and what happened. */
  change(expected: number, verb: (was: Organisation) => Redescribed): Promise<void>;
}

/** Rendered letters: written at the preview, read at the submit and by the sender, never changed. */
export interface Letters {
  add(letter: Letter): Promise<void>;
  find(digest: string): Promise<Letter | null>;
}

/** Wordings of the templates that reasons are built with; they only grow. */
export interface Explanations {
  /** The wording in use; refuses `explanation.unknown`. */
  latest(ground: string, language: LetterLanguage): Promise<ExplanationVersion>;
  /** Refuses `explanation.outdated` where another took that number meanwhile. */
  add(version: ExplanationVersion): Promise<void>;
}

/** Reasons for opening sealed cases; they only grow, and count from the moment the database keeps them. */
export interface SealedOpenings {
  add(opening: SealedOpening): Promise<void>;
}

/** What help-seekers were told; it only grows, and counts from the moment the database keeps it. */
export interface Tellings {
  add(tellings: readonly Telling[]): Promise<void>;
}

/** Mail as it came, byte for byte. */
export interface RawMail {
  /** Keeps bytes and messages, leaving out mails whose bytes are there already; answers the ids of those it kept. */
  keep(mails: readonly { readonly message: Message; readonly bytes: Uint8Array }[]): Promise<ReadonlySet<string>>;
  bytes(digest: string): Promise<Uint8Array>;
}

/** What a capture is of: an item of a notice, or the form with this defect, met on that notice. */
export type CaptureOf =
  { readonly noticeId: string; readonly itemId: string } | { readonly noticeId: string; readonly defectId: string };

/** Captures and the things stored of them; both only grow. */
export interface KeptEvidence {
  /** Whether this capture was made already. */
  has(captureId: string): Promise<boolean>;
  /** Keeps a capture once: a second one under the same id changes nothing and answers false. */
  add(capture: Capture, of: CaptureOf, items: readonly EvidenceItem[]): Promise<boolean>;
  /** How the capture of the form with this defect stands; null where none was ever asked for. */
  ofForm(defectId: string): Promise<FormCapture | null>;
  /** Keeps a file a person added beside a notice. */
  attach(noticeId: string, item: EvidenceItem): Promise<void>;
  /** The files added beside a notice and not taken away, held until the transaction ends: two at once add in turn. */
  attached(noticeId: string): Promise<readonly EvidenceItem[]>;
  /**
   * Adds to a stored thing's custody, one at a time, by the database's clock; refuses with `evidence.not-found`.
   */
  touch(evidenceId: string, verb: (item: EvidenceItem, at: Date) => CustodyEntry): Promise<void>;
}

type Held<S> = S extends Shelf<infer T> ? T : never;

/**
 * The write port: no row changes but through it. Everything within `together` is one transaction with its event rows and
 * the jobs that follow from them. Work is repeated after a deadlock, so it must be repeatable.
 */
export abstract class Books {
  abstract together<T>(by: Actor, work: (books: OpenBooks) => Promise<T>): Promise<T>;

  /** Records what changed nothing, so that a form that was refused is not taken for one that was done. */
  look(by: Actor, happened: Happened): Promise<void> {
    return this.together(by, (books) => books.record(happened));
  }

  /** One verb on one thing. */
  change<K extends keyof Shelves>(
    shelf: K,
    { by, ...which }: Which & { readonly by: Actor },
    verb: (thing: Held<Shelves[K]>) => Happened,
  ): Promise<Held<Shelves[K]>> {
    return this.together(by, (books) => (books[shelf] as Shelf<Held<Shelves[K]>>).change(which, verb));
  }
}
