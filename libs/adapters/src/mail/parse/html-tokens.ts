/** A piece of HTML: text (entities decoded), an opening tag with its attributes as written, or a closing tag. */
export type HtmlToken =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open'; readonly name: string; readonly attributes: string; readonly selfClosing: boolean }
  | { readonly kind: 'close'; readonly name: string };

/** Elements whose content is never words for the reader. */
const SKIPPED = new Set(['style', 'script', 'head', 'title', 'template', 'noscript', 'svg', 'object', 'textarea']);

const NAMED: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', shy: '', zwnj: '', zwj: '', ensp: ' ', emsp: ' ' },
  ...{ thinsp: ' ', ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', sbquo: '‚', bdquo: '„' },
  ...{ hellip: '…', bull: '•', middot: '·', copy: '©', reg: '®', trade: '™', euro: '€', laquo: '«', raquo: '»' },
  ...{ eacute: 'é', egrave: 'è', ecirc: 'ê', euml: 'ë', aacute: 'á', agrave: 'à', auml: 'ä', iacute: 'í', iuml: 'ï' },
  ...{ oacute: 'ó', ouml: 'ö', uacute: 'ú', uuml: 'ü', ccedil: 'ç', ntilde: 'ñ', szlig: 'ß', Eacute: 'É', check: '✓' },
};

/** Decodes numeric and the usual named entities; an unknown one stays as written. */
export const decodeEntities = (text: string): string =>
  text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,10}));?/g,
    (all: string, dec?: string, hex?: string, name?: string) => {
      if (name !== undefined) return NAMED[name] ?? all;
      const code = dec === undefined ? Number.parseInt(hex ?? '', 16) : Number(dec);
      return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '';
    },
  );

/**
 * Walks HTML once from left to right in linear time, whatever its depth: a tree builder overflows its stack on a mail
 * nested 3,000 deep (mailparser, html-to-text), and a sanitiser's stack is quadratic.
 */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open === -1 || open > at)
      yield { kind: 'text', text: decodeEntities(html.slice(at, open === -1 ? undefined : open)) };
    if (open === -1) return;
    const end = markupEnd(html, open);
    if (end === -1) return;
    const token = tagOf(html.slice(open, end));
    if (token) yield token;
    at = end;
    if (token?.kind === 'open' && SKIPPED.has(token.name) && !token.selfClosing)
      at = afterSkipped(html, end, token.name);
  }
}

/** Where the markup that starts at `open` ends (after its `>`), or -1 when it never does. */
function markupEnd(html: string, open: number): number {
  if (html.startsWith('<!--', open)) return after(html, '-->', open + 4);
  if (!/[a-zA-Z/!?]/.test(html[open + 1] ?? '')) return open + 1;
  for (let at = open + 1; at < html.length; at += 1) {
    const sign = html[at];
    if (sign === '>') return at + 1;
    if ((sign === '"' || sign === "'") && html[at - 1] === '=') {
      const close = html.indexOf(sign, at + 1);
      if (close === -1) return after(html, '>', at);
      at = close;
    }
  }
  return -1;
}

const after = (html: string, mark: string, from: number): number => {
  const found = html.indexOf(mark, from);
  return found === -1 ? -1 : found + mark.length;
};

function tagOf(markup: string): HtmlToken | null {
  if (markup === '<') return { kind: 'text', text: '<' };
  const name = /^<\/?([a-zA-Z][\w:-]{0,40})/.exec(markup);
  if (!name?.[1]) return null;
  const lower = name[1].toLowerCase();
  if (markup[1] === '/') return { kind: 'close', name: lower };
  return {
    kind: 'open',
    name: lower,
    attributes: markup.slice(name[0].length, -1),
    selfClosing: markup.endsWith('/>'),
  };
}

function afterSkipped(html: string, from: number, name: string): number {
  const closing = new RegExp(`</${name}[\\s>]`, 'gi');
  closing.lastIndex = from;
  const found = closing.exec(html);
  // Without an end the rest is still shown: an unclosed <style> may not hide a decision.
  return found ? found.index : name === 'style' || name === 'script' ? html.length : from;
}

/** The value of one attribute, entities decoded, or the empty string. */
export function attributeOf(attributes: string, name: string): string {
  const found = new RegExp(`(?:^|\\s)${name}\\s{0,20}=\\s{0,20}(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(
    attributes,
  );
  return decodeEntities(found?.[1] ?? found?.[2] ?? found?.[3] ?? '');
}
