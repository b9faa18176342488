import { neededPieces, SHORTEST_PIECE } from './needed-pieces.js';

/** A piece of text, and the places in the list of those that can only match where it stands. */
interface Piece {
  readonly text: string;
  readonly askers: number[];
}

const SLOTS = 4096;
const NONE: readonly Piece[] = [];

/** Where pieces that start with the three characters at this place are kept; others may be kept there too. */
const slotAt = (text: string, at: number): number =>
  (text.charCodeAt(at) * 961 + text.charCodeAt(at + 1) * 31 + text.charCodeAt(at + 2)) % SLOTS;

/**
 * Says in one walk over a text which of many patterns can match it at all: running each of them costs far more than
 * looking for the words it cannot do without. Linear in the text.
 */
export class Shortlist<T extends { readonly pattern: RegExp }> {
  private readonly slots: (readonly Piece[])[] = Array.from({ length: SLOTS }, () => NONE);
  private readonly always: Uint8Array;

  constructor(private readonly all: readonly T[]) {
    const needed = all.map(({ pattern }) => neededPieces(pattern));
    this.always = Uint8Array.from(needed, (pieces) => (pieces === null ? 1 : 0));
    const pieces = new Map<string, Piece>();
    for (const [asker, texts] of needed.entries())
      for (const text of texts ?? []) {
        const piece = pieces.get(text) ?? { text, askers: [] };
        piece.askers.push(asker);
        pieces.set(text, piece);
      }
    for (const piece of pieces.values()) {
      const slot = slotAt(piece.text, 0);
      this.slots[slot] = [...(this.slots[slot] ?? NONE), piece];
    }
  }

  /** Those that may match, in their order; none that matches is left out. */
  of(text: string): readonly T[] {
    const may = this.always.slice();
    for (let at = 0; at + SHORTEST_PIECE <= text.length; at += 1)
      for (const piece of this.slots[slotAt(text, at)] ?? NONE)
        if (text.startsWith(piece.text, at)) for (const asker of piece.askers) may[asker] = 1;
    return this.all.filter((_, asker) => may[asker] === 1);
  }
}
