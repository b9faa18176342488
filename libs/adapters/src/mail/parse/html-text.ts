import { attributeOf, htmlTokens, type HtmlToken } from './html-tokens.js';

type Open = Extract<HtmlToken, { kind: 'open' }>;
interface Element {
  readonly name: string;
  readonly hidden: boolean;
  readonly quote: boolean;
  readonly href: string;
  readonly start: number;
}

const BLOCKS = new Set(
  'p div table tr ul ol li h1 h2 h3 h4 h5 h6 blockquote section article header footer pre hr dl dt dd center'.split(
    ' ',
  ),
);
const SPACED = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'table', 'blockquote']);
const VOID = new Set('br hr img input meta link area base col embed source track wbr'.split(' '));
const HIDDEN =
  /display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}hidden|mso-hide\s{0,5}:\s{0,5}all|font-size\s{0,5}:\s{0,5}0(?:px|pt|em|;|$|\s)|max-height\s{0,5}:\s{0,5}0/i;
const QUOTE_MARKS = /gmail_quote|gmail_attr|yahoo_quoted|protonmail_quote|moz-cite-prefix|zmail_extra|tutanota_quote/;
/** Outlook puts no element around the history: everything below this mark is old. */
const HISTORY_IDS = /divRplyFwdMsg|appendonsend|OLK_SRC_BODY_SECTION|mail-editor-reference-message-container/;
/** Longer lines are broken, so that a row of a hundred thousand cells stays cheap. */
const LONGEST_LINE = 20_000;
/** A closing tag looks at most this far back for its opening one, so that bad nesting stays linear. */
const LOOK_BACK = 40;

/**
 * HTML as text for the readers: a table row is a line with its cells parted by tabs, quoted blocks carry `> `, a link
 * that does not show its target carries it in angle brackets, hidden preheaders are left out.
 */
export function htmlText(html: string, limit: number): string {
  const page = new Page(limit);
  for (const token of htmlTokens(html)) {
    if (page.isFull) break;
    if (token.kind === 'text') page.say(token.text);
    else if (token.kind === 'open') page.open(token);
    else page.close(token.name);
  }
  return page.text();
}

class Page {
  private readonly lines: string[] = [];
  private readonly stack: Element[] = [];
  private line = '';
  private size = 0;
  private hidden = 0;
  private quotes = 0;

  constructor(private readonly limit: number) {}

  get isFull(): boolean {
    return this.size > this.limit;
  }

  say(text: string): void {
    if (this.hidden > 0) return;
    const words = text.replace(/\u200b|\u200c|\u200d|\ufeff|\u034f/g, '').replace(/\s+/g, ' ');
    this.line += this.line === '' || this.line.at(-1) === ' ' || this.line.at(-1) === '\t' ? words.trimStart() : words;
    if (this.line.length > LONGEST_LINE) this.endLine();
  }

  open(tag: Open): void {
    if (HISTORY_IDS.test(tag.attributes)) this.addLine('-----Original Message-----');
    if (tag.name === 'br') return this.endLine();
    if (BLOCKS.has(tag.name)) this.endBlock(tag.name);
    if (tag.name === 'li' && this.hidden === 0) this.line = '- ';
    if ((tag.name === 'td' || tag.name === 'th') && this.line.trim() !== '') this.line = `${this.line.trimEnd()}\t`;
    if (!VOID.has(tag.name) && !tag.selfClosing) this.push(tag);
  }

  close(name: string): void {
    const floor = Math.max(0, this.stack.length - LOOK_BACK);
    let at = this.stack.length - 1;
    while (at >= floor && this.stack[at]?.name !== name) at -= 1;
    if (at < floor) return;
    while (this.stack.length > at) this.pop();
    if (BLOCKS.has(name)) this.endBlock(name);
  }

  text(): string {
    this.endLine();
    return this.lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim();
  }

  private push(tag: Open): void {
    const style = tag.attributes === '' ? '' : attributeOf(tag.attributes, 'style');
    const hidden = HIDDEN.test(style) || /(?:^|\s)hidden(?:\s|=|$)/i.test(tag.attributes.replace(/"[^"]*"/g, ''));
    const quote = tag.name === 'blockquote' || QUOTE_MARKS.test(attributeOf(tag.attributes, 'class'));
    const href = tag.name === 'a' ? attributeOf(tag.attributes, 'href').trim() : '';
    if (quote) this.endLine();
    this.hidden += hidden ? 1 : 0;
    this.quotes += quote ? 1 : 0;
    this.stack.push({ name: tag.name, hidden, quote, href, start: this.line.length });
  }

  private pop(): void {
    const element = this.stack.pop();
    if (!element) return;
    if (element.href !== '') this.showTarget(element);
    if (element.quote) this.endLine();
    this.hidden -= element.hidden ? 1 : 0;
    this.quotes -= element.quote ? 1 : 0;
  }

  private showTarget({ href, start }: Element): void {
    if (this.hidden > 0 || !/^https?:/i.test(href) || href.length > 4000) return;
    const shown = this.line.slice(Math.min(start, this.line.length)).trim();
    if (shown !== href && shown !== '') this.line = `${this.line.trimEnd()} <${href}>`;
  }

  private endBlock(name: string): void {
    this.endLine();
    if (SPACED.has(name) && this.lines.at(-1) !== '') this.addLine('');
  }

  private endLine(): void {
    const line = this.line.trimEnd();
    this.line = '';
    if (line !== '' && line !== '-') this.addLine(line);
  }

  private addLine(line: string): void {
    const marked = this.quotes > 0 ? `> ${line}` : line;
    this.lines.push(marked);
    this.size += marked.length + 1;
  }
}
