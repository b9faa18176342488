import type { SignedIn } from '#application/access/sessions.js';
import { holds } from '#domain/access/right.js';
import { GO, type RailKey, type RailPlace } from './rail.js';

/** What single keys do for a person, as the sheet lists it and the desk's script heeds it. */
export interface Shortcuts {
  /** Places of the rail with the letter that follows `g`. */
  readonly places: readonly { readonly key: RailKey; readonly go: string }[];
  readonly mayOpen: boolean;
}

/** The keys for somebody with this rail; only places they may open have one. */
export const shortcutsFor = ({ role }: SignedIn, rail: readonly RailPlace[]): Shortcuts => ({
  places: rail.flatMap(({ key, go }) => (go === null ? [] : [{ key, go }])),
  mayOpen: holds(role, 'case.write'),
});

/** The keys that lead to every place there is, for whoever reads about them before signing in. */
export const allShortcuts = (): Shortcuts => ({
  places: Object.entries(GO).map(([key, go]) => ({ key: key as RailKey, go })),
  mayOpen: true,
});
