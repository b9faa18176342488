/** A piece of HTML that is safe to put in a page as it is. */
export class Html {
  constructor(readonly text: string) {}
}

type Piece = string | number | Html | undefined | false | readonly Piece[];

/** Writes HTML; whatever is filled in is escaped unless it is HTML itself; lists are joined, nothing gives nothing. */
export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  return new Html(strings.map((text, index) => text + (index < pieces.length ? written(pieces[index]) : '')).join(''));
}

/** Text of our own that is HTML already (pictures, styles). */
export function asIs(text: string): Html {
  return new Html(text);
}

function written(piece: Piece): string {
  if (piece === undefined || piece === false) return '';
  if (piece instanceof Html) return piece.text;
  return typeof piece === 'object' ? piece.map(written).join('') : escaped(String(piece));
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
