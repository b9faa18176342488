import type { DomainEvent } from '../event.js';
import { RuleViolation } from '../rule-violation.js';
import type { DeskLanguage, Theme } from './preference.js';
import { LINES, type Line } from '../notice/codes.js';
import { isRole, type Role } from './role.js';

/** Why somebody's access ended; codes, because the log keeps them and the person may read them. */
export const DISABLE_REASONS = ['left', 'absent', 'other-work', 'lost-device', 'suspicion'] as const;
export type DisableReason = (typeof DISABLE_REASONS)[number];

const isDisableReason = (word: string): word is DisableReason => DISABLE_REASONS.includes(word as DisableReason);

/** Who changes somebody else's access, and who could still do so afterwards. */
export interface Changer {
  /** Null for the system: an operator at the console. */
  readonly userId: string | null;
  /** The administrators who can sign in, locked until the change is there. */
  readonly administrators: readonly { readonly id: string }[];
}

/** What is needed to add a person to the desk. */
export interface NewUser {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: string;
  /** The lines they work for; all of them when not said. */
  readonly lines?: readonly string[];
  readonly inTraining?: boolean;
}

/** A person who works at the desk: one role, one password or none yet, and how they like the desk to look. */
export class User {
  private constructor(
    readonly id: string,
    readonly email: string,
    readonly name: string,
    readonly version: number,
    private _role: Role,
    private _lines: readonly Line[],
    private _passwordHash: string | null,
    private _language: DeskLanguage,
    private _theme: Theme,
    private _shortcuts: boolean,
    private _inTraining: boolean,
    private _disabled: boolean,
    private _disabledFor: DisableReason | null,
  ) {}

  /** A new person without a password; they choose one themselves by a one-time link. */
  static add(person: NewUser): { user: User; event: DomainEvent } {
    const email = tidyEmail(person.email);
    if (!isRole(person.role)) throw new RuleViolation('access.role-unknown', { role: person.role });
    if (person.name.trim() === '') throw new RuleViolation('access.name-missing');
    const { id, name, role, inTraining = false } = person;
    const lines = knownLines(person.lines ?? LINES);
    const user = new User(id, email, name.trim(), 1, role, lines, null, 'nl', 'auto', true, inTraining, false, null);
    return { user, event: user.happened('user-added', { role: person.role }) };
  }

  get role(): Role {
    return this._role;
  }
  /** The lines of the organisation this person works for. */
  get lines(): readonly Line[] {
    return this._lines;
  }
  get language(): DeskLanguage {
    return this._language;
  }
  get theme(): Theme {
    return this._theme;
  }
  /** Whether single keys do something: whoever speaks or holds keys by accident can switch them off (WCAG 2.1.4). */
  get shortcuts(): boolean {
    return this._shortcuts;
  }
  /** The stored hash, or null while no password was chosen. */
  get passwordHash(): string | null {
    return this._passwordHash;
  }
  /** While someone learns the work, another looks at each of their notices before it leaves. */
  get inTraining(): boolean {
    return this._inTraining;
  }
  /** Someone who left cannot sign in, and their sessions count no more. */
  get maySignIn(): boolean {
    return !this._disabled;
  }

  choosePassword(hash: string): DomainEvent {
    this._passwordHash = hash;
    return this.happened('user-password-chosen');
  }

  /** The same password under a stronger hash. */
  keepStronger(hash: string): DomainEvent {
    this._passwordHash = hash;
    return this.happened('user-password-strengthened');
  }

  /** Keeps how the person likes the desk. */
  choose(language: DeskLanguage, theme: Theme): DomainEvent {
    this._language = language;
    this._theme = theme;
    return this.happened('user-preferences-chosen', { language, theme });
  }

  /** Switches single keys on or off; nothing happens when they were so already. */
  useShortcuts(on: boolean): DomainEvent | undefined {
    if (on === this._shortcuts) return undefined;
    this._shortcuts = on;
    return this.happened('user-preferences-chosen', { shortcuts: on });
  }

  /** Begins or ends the time in which another looks at each of this person's notices. */
  train(inTraining: boolean): DomainEvent {
    this._inTraining = inTraining;
    return this.happened('user-training-changed', { inTraining });
  }

  /** Why this person cannot sign in; null while they can, and for who was disabled before reasons were asked. */
  get disabledFor(): DisableReason | null {
    return this._disabledFor;
  }

  /** Ends this person's access, for a reason, by somebody else, and only while another administrator is left. */
  disable(reason: string, by: Changer): DomainEvent {
    if (by.userId === this.id) throw new RuleViolation('access.own-account');
    if (!isDisableReason(reason)) throw new RuleViolation('access.reason-unknown', { reason });
    if (this._disabled) throw new RuleViolation('access.disabled-already');
    this.leaveAnotherAdministrator(by);
    this._disabled = true;
    this._disabledFor = reason;
    return this.happened('user-disabled', { reason });
  }

  enable(): DomainEvent {
    if (!this._disabled) throw new RuleViolation('access.enabled-already');
    this._disabled = false;
    this._disabledFor = null;
    return this.happened('user-enabled');
  }

  /** Another role, given by somebody else, and only while another administrator is left. */
  changeRole(role: string, by: Changer): DomainEvent | undefined {
    if (!isRole(role)) throw new RuleViolation('access.role-unknown', { role });
    if (role === this._role) return undefined;
    if (by.userId === this.id) throw new RuleViolation('access.own-role');
    this.leaveAnotherAdministrator(by);
    const from = this._role;
    this._role = role;
    return this.happened('user-role-changed', { from, role });
  }

  /** Other teams: whose cases this person sees. */
  changeLines(lines: readonly string[]): DomainEvent | undefined {
    const known = knownLines(lines);
    if (known.join() === LINES.filter((line) => this._lines.includes(line)).join()) return undefined;
    this._lines = known;
    return this.happened('user-lines-changed', { lines: known });
  }

  /** A one-time link was made, by which this person chooses a password; the ones before are worth nothing. */
  link(): DomainEvent {
    if (this._disabled) throw new RuleViolation('access.disabled-already');
    return this.happened('user-link-made', { invited: this._passwordHash === null });
  }

  /** The invitation is taken back: the link is worth nothing. */
  withdrawLink(): DomainEvent {
    return this.happened('user-link-withdrawn');
  }

  /** Somebody else ended all sessions of this person. */
  signOutEverywhere(): DomainEvent {
    return this.happened('user-signed-out-everywhere');
  }

  /** Password and second factors are worth nothing from now on; the person begins anew by a one-time link. */
  beginAnew(): DomainEvent {
    if (this._disabled) throw new RuleViolation('access.disabled-already');
    this._passwordHash = null;
    return this.happened('user-begins-anew');
  }

  private leaveAnotherAdministrator({ administrators }: Changer): void {
    if (this._role !== 'administrator' || !administrators.some(({ id }) => id === this.id)) return;
    if (administrators.every(({ id }) => id === this.id)) throw new RuleViolation('access.last-administrator');
  }

  private happened(kind: string, facts: DomainEvent['facts'] = {}): DomainEvent {
    return { kind, subject: 'user', subjectId: this.id, facts };
  }
}

/** The lines in the order they are kept in; refuses none at all, and one there is not. */
function knownLines(lines: readonly string[]): readonly Line[] {
  const known = LINES.filter((line) => lines.includes(line));
  if (known.length === 0 || known.length < new Set(lines).size) throw new RuleViolation('access.lines-unknown');
  return known;
}

/** An e-mail address as it is compared: without blanks around it, in lower case. */
export function tidyEmail(email: string): string {
  const tidy = email.trim().toLowerCase();
  if (!isEmail(tidy)) throw new RuleViolation('access.email-invalid');
  return tidy;
}

/** Whether a word can be an e-mail address. */
export const isEmail = (word: string): boolean => /^[^\s@<>"]+@[^\s@<>"]+$/.test(word) && word.length <= 254;
