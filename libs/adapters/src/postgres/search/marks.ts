import type { Snippet } from '#application/case/desk-search.js';

/** Signs for private use, put around what was found; they are taken out of every text before. */
export const START = '\ue000';
export const STOP = '\ue001';

/** A text of the database as pieces, of which some are hits; null where nothing in it was found. */
export function snippetOf(text: string | null, language: string | null, piece: string | null): Snippet | null {
  if (text === null) return null;
  const parts = text.includes(START) ? bySigns(text) : byPiece(text, piece);
  return parts.some(({ hit }) => hit) ? { language, parts } : null;
}

const bySigns = (text: string): Snippet['parts'] =>
  text
    .split(START)
    .flatMap((run, n) => {
      if (n === 0) return [{ text: run, hit: false }];
      const [found = '', rest = ''] = run.split(STOP);
      return [
        { text: found, hit: true },
        { text: rest, hit: false },
      ];
    })
    .filter((part) => part.text !== '');

/** The piece wherever it stands, whatever its capitals. */
export function byPiece(text: string, piece: string | null): Snippet['parts'] {
  if (piece === null || piece === '') return [{ text, hit: false }];
  const sought = new RegExp(piece.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`), 'giu');
  const parts: { text: string; hit: boolean }[] = [];
  let at = 0;
  for (const found of text.matchAll(sought)) {
    parts.push({ text: text.slice(at, found.index), hit: false }, { text: found[0], hit: true });
    at = found.index + found[0].length;
  }
  return [...parts, { text: text.slice(at), hit: false }].filter((part) => part.text !== '');
}
