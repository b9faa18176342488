import type { DeskLanguage, Theme } from '#domain/access/preference.js';
import type { Proof } from '#domain/access/proof.js';
import type { Role } from '#domain/access/role.js';
import type { SessionTimes } from '#domain/access/session.js';
import type { Line } from '#domain/notice/codes.js';

/** Something to say once on the next page: the key of its words and the facts they need. */
export interface Remark {
  readonly words: string;
  readonly facts: Readonly<Record<string, string | number>>;
}

/** The person behind a request, as their session and account are at this moment. */
export interface SignedIn {
  readonly userId: string;
  readonly sessionId: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly lines: readonly Line[];
  readonly language: DeskLanguage;
  readonly theme: Theme;
  /** Whether single keys do something. */
  readonly shortcuts: boolean;
  /** True when something was kept to say on the next page. */
  readonly hasRemark: boolean;
}

/** How a session begins: what the person proved, and their browser in a few words (`deviceOf`). */
export interface Opening {
  readonly proofs: readonly Proof[];
  readonly device: string;
}

/** A session as it is found: whose it is, what they proved, its times and the database's clock. */
export interface FoundSession {
  readonly person: SignedIn;
  readonly proofs: readonly Proof[];
  readonly times: SessionTimes;
  readonly now: Date;
}

/** One of a person's sessions, as they see it in the list of where they are signed in. */
export interface OpenSession {
  readonly sessionId: string;
  readonly device: string;
  readonly beganAt: Date;
  readonly seenAt: Date;
}

/** Open sessions, known by a secret of 256 bits of which only the digest is kept. */
export abstract class Sessions {
  /**
   * Opens a session and returns its secret, which only the person's browser keeps. Beyond `MOST_SESSIONS` the person's
   * oldest ends; half sessions are counted apart, so that somebody who knows only a password ends nobody's work.
   */
  abstract open(userId: string, opening: Opening): Promise<string>;
  /**
   * Adds what was proven just now to a session and gives it a new secret; the old one is worth nothing. Refuses
   * `access.session-over` when it ended meanwhile.
   */
  abstract prove(sessionId: string, proof: Proof): Promise<string>;
  /** Whose a secret is, or nothing: also when the person was disabled or has another role than when they proved it. */
  abstract find(secret: string): Promise<FoundSession | undefined>;
  /** The whole sessions of a person that still count, the last used first. */
  abstract of(userId: string): Promise<readonly OpenSession[]>;
  /** Notes that the session was used just now. */
  abstract note(sessionId: string): Promise<void>;
  /** Ends a session; false when it had ended already. */
  abstract end(sessionId: string): Promise<boolean>;
  /** Ends all sessions of a person but the one named; answers the ids of those that ended. */
  abstract endOthers(userId: string, keep: string | null): Promise<readonly string[]>;
  /** Keeps what the next page says. */
  abstract say(sessionId: string, notice: Remark): Promise<void>;
  /** Takes what was kept to say; it is said once. */
  abstract hear(sessionId: string): Promise<Remark | undefined>;
}
