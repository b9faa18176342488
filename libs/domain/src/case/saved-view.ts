import type { Person } from '../access/reach.js';
import { holds } from '../access/right.js';
import type { DomainEvent } from '../event.js';
import type { Line } from '../notice/codes.js';
import { RuleViolation } from '../rule-violation.js';
import { readChoice, writeChoice, type WrittenChoice } from './case-choice.js';

/** So many views a person has room for in the rail, and so many a team. */
export const MOST_VIEWS = 12;
/** The longest name, in characters. */
export const LONGEST_VIEW_NAME = 40;

const UNSEEN = /[\p{Cc}\p{Cf}]/u;

/** What somebody keeps: a name for a choice of cases, for themselves or for a team (its line). */
export interface NewView {
  readonly name: string;
  readonly team: Line | null;
  readonly choice: Readonly<Record<string, unknown>>;
}

/** A choice of cases under a name, of one person or of a team. */
export class SavedView {
  readonly id!: string;
  readonly ownerId!: string;
  /** The line whose people all have it; null for a person's own. */
  readonly team!: Line | null;
  readonly choice!: WrittenChoice;
  readonly version!: number;
  private _name!: string;
  private _removed = false;

  private constructor() {}

  /** `there` is how many views the person, or the team, has already. */
  static save(
    id: string,
    { name, team, choice }: NewView,
    by: Person,
    there: number,
  ): { view: SavedView; event: DomainEvent } {
    if (team !== null && !maySpeakFor(by, team)) throw new RuleViolation('view.team-not-yours');
    if (there >= MOST_VIEWS) throw new RuleViolation('view.too-many', { most: MOST_VIEWS });
    const written = writeChoice(readChoice(choice));
    const view: SavedView = Object.assign(new SavedView(), {
      id,
      ownerId: by.userId,
      team,
      choice: written,
      version: 1,
    });
    view._name = tidy(name);
    return { view, event: view.happened('view-saved') };
  }

  get name(): string {
    return this._name;
  }

  /** Somebody took it away; the log still names it. */
  get isRemoved(): boolean {
    return this._removed;
  }

  rename(name: string, by: Person): DomainEvent {
    this.assertTheirs(by);
    this._name = tidy(name);
    return this.happened('view-renamed');
  }

  remove(by: Person): DomainEvent {
    this.assertTheirs(by);
    this._removed = true;
    return this.happened('view-removed');
  }

  /** Who may not know of it learns nothing: to them it is not there. */
  private assertTheirs(by: Person): void {
    const theirs = this.team === null ? this.ownerId === by.userId : maySpeakFor(by, this.team);
    if (this._removed || !theirs) throw new RuleViolation('view.not-found', { id: this.id });
  }

  private happened(kind: string): DomainEvent {
    return { kind, subject: 'view', subjectId: this.id, facts: { team: this.team } };
  }
}

/** Who may give a team a view, and change it: a supervisor of that team. */
export const maySpeakFor = ({ role, lines }: Person, team: Line): boolean =>
  holds(role, 'views.share') && lines.includes(team);

function tidy(typed: string): string {
  const name = typed.trim();
  if (name === '') throw new RuleViolation('view.name-missing');
  if (name.length > LONGEST_VIEW_NAME) throw new RuleViolation('view.name-too-long', { most: LONGEST_VIEW_NAME });
  if (UNSEEN.test(name)) throw new RuleViolation('view.name-unseen');
  return name;
}
