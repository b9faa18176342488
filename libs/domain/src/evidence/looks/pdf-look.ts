import { RuleViolation } from '../../rule-violation.js';
import type { Look } from './look.js';
import { letters } from './walk.js';

/**
 * What makes a PDF do something by itself or carry another file; names may be written in signs (#4a). Short ones (`/JS`, `/AA`)
 * are left out: packed pictures hold them by chance, and a script always stands with its long one.
 */
const ACTIVE = /\/(JavaScript|Launch|EmbeddedFiles?|RichMedia|SubmitForm|ImportData)(?![A-Za-z0-9])/;

/** Letters kept from one piece to the next: a name on the seam, and the end mark. */
const SEAM = 1024;

/** PDF (ISO 32000-2): ends with its own end mark, and holds nothing that runs or is packed along, as far as it can be read. */
export class PdfLook implements Look {
  private tail = '';

  read(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; at += 8192) this.see(letters(bytes.subarray(at, at + 8192)));
  }

  end(): void {
    if (!this.tail.includes('%%EOF')) throw new RuleViolation('attachment.damaged');
    if (!/%%EOF\s*\0*\s*$/.test(this.tail)) throw new RuleViolation('attachment.more-behind');
  }

  private see(text: string): void {
    const whole = this.tail + text;
    if (
      ACTIVE.test(whole.replaceAll(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16))))
    ) {
      throw new RuleViolation('attachment.runs');
    }
    this.tail = whole.slice(-SEAM);
  }
}
