import { RuleViolation } from '../../rule-violation.js';
import type { Look } from './look.js';

/** What opens a page, a drawing or a script that a browser would run; with any number of remarks before it. */
const RUNS =
  /^\s*(<\?xml|<!|<(html|head|body|script|svg|iframe|object|embed|link|meta|style|math|form|img|a)\b|#!|MIME-Version:)/i;

/** Anywhere in a text: what a browser that guesses would take for a page. */
const PAGE = /<(html|script|svg|iframe|object|embed)[\s>/]|javascript:/i;

/** Characters kept from one piece to the next, so that nothing hides on the seam. */
const SEAM = 32;

/** Plain text: UTF-8, without the characters no text has, and no page or script in disguise. */
export class TextLook implements Look {
  private readonly decoder = new TextDecoder('utf-8', { fatal: true });
  private seam = '';
  private begun = false;

  read(bytes: Uint8Array): void {
    this.see(this.decoded(() => this.decoder.decode(bytes, { stream: true })));
  }

  end(): void {
    this.see(this.decoded(() => this.decoder.decode()));
  }

  private see(text: string): void {
    // eslint-disable-next-line no-control-regex
    if (/[\0-\x08\x0b\x0e-\x1f\x7f]/.test(text)) throw new RuleViolation('attachment.kind-unknown');
    const whole = this.seam + text;
    if ((!this.begun && RUNS.test(whole)) || PAGE.test(whole)) throw new RuleViolation('attachment.runs');
    this.begun ||= whole.trim().length > SEAM;
    this.seam = whole.slice(-SEAM);
  }

  private decoded(decode: () => string): string {
    try {
      return decode();
    } catch {
      throw new RuleViolation('attachment.kind-unknown');
    }
  }
}
