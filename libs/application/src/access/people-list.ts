import type { Role } from '#domain/access/role.js';
import type { DisableReason } from '#domain/access/user.js';
import type { Line } from '#domain/notice/codes.js';
import type { PageOf, WhichPage } from '../page-of.js';

/** How far somebody is: their link waits, it is over, they work here, or they may not come in any more. */
export const PERSON_STATES = ['invited', 'link-over', 'active', 'disabled'] as const;
export type PersonState = (typeof PERSON_STATES)[number];

/** A person as administrators see them. */
export interface PersonRow {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly lines: readonly Line[];
  readonly inTraining: boolean;
  readonly secondFactor: boolean;
  readonly lastSignedInAt: Date | null;
  readonly state: PersonState;
}

/** A person with what their own page shows besides. */
export interface PersonFile extends PersonRow {
  readonly version: number;
  readonly disabledFor: DisableReason | null;
  readonly hasPassword: boolean;
  /** When the link that waits for them stops working, if one does. */
  readonly linkEndsAt: Date | null;
  readonly sessions: number;
}

/** A request to take away somebody's second factors that waits for a second administrator. */
export interface OpenReset {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  readonly askedBy: string;
  readonly askedByName: string;
  readonly askedAt: Date;
  readonly endsAt: Date;
  /** Nobody confirmed it in time. */
  readonly isOver: boolean;
}

/** Which people; null stands for all, `search` for a part of a name or address. */
export interface PeopleFilter extends WhichPage {
  readonly search: string;
  readonly role: Role | null;
  readonly state: PersonState | null;
}

/** The people of the desk, by name, for who manages them. */
export abstract class PeopleList {
  abstract page(filter: PeopleFilter): Promise<PageOf<PersonRow>>;
  /** Refuses with `user.not-found`. */
  abstract one(userId: string): Promise<PersonFile>;
  /** Oldest first; those that are over are left out. */
  abstract openResets(): Promise<readonly OpenReset[]>;
  /** The request for one person that was neither confirmed nor withdrawn, also when it is over. */
  abstract askedReset(userId: string): Promise<OpenReset | undefined>;
  /** How many administrators can sign in. */
  abstract administrators(): Promise<number>;
}
