import { RuleViolation } from '../../rule-violation.js';
import { LARGEST_ATTACHMENT, type AttachmentType } from '../attachment.js';
import type { Look } from './look.js';
import { PdfLook } from './pdf-look.js';
import { jpegWalk, pngWalk, webpWalk } from './picture-walks.js';
import { TextLook } from './text-look.js';
import { mp4Walk } from './video-walk.js';
import { letters, Walker, type Walk } from './walk.js';

/** Bytes after which the kind of a file is known. */
const ENOUGH = 16;

/** A look that follows a walk through the parts of a file. */
class WalkLook implements Look {
  private readonly walker: Walker;

  constructor(walk: Walk) {
    this.walker = new Walker(walk);
  }

  read(bytes: Uint8Array): void {
    this.walker.read(bytes);
  }

  end(): void {
    const end = this.walker.end();
    if (end !== 'whole') throw new RuleViolation(end === 'short' ? 'attachment.damaged' : 'attachment.more-behind');
  }
}

const LOOKS: Readonly<Record<AttachmentType, () => Look>> = {
  'image/png': () => new WalkLook(pngWalk()),
  'image/jpeg': () => new WalkLook(jpegWalk()),
  'image/webp': () => new WalkLook(webpWalk()),
  'application/pdf': () => new PdfLook(),
  'text/plain': () => new TextLook(),
  'video/mp4': () => new WalkLook(mp4Walk()),
};

/**
 * Tells by its first bytes what a file is, whatever its name says, and looks at all of it as it comes: whole, nothing behind
 * its end, nothing in it that runs. Throws a rule `attachment.…` as soon as that is not so.
 */
export class AttachmentLook implements Look {
  private first = new Uint8Array();
  private look: Look | null = null;
  private known: AttachmentType | null = null;
  private size = 0;

  /** `allow` may refuse a kind as soon as it is known. */
  constructor(private readonly allow: (type: AttachmentType) => void) {}

  /** Known once the file is over. */
  get type(): AttachmentType {
    if (this.known === null) throw new RuleViolation('attachment.empty');
    return this.known;
  }

  read(bytes: Uint8Array): void {
    this.size += bytes.length;
    if (this.look !== null) return this.go(this.look, bytes);
    const first = new Uint8Array(this.first.length + bytes.length);
    first.set(this.first);
    first.set(bytes, this.first.length);
    this.first = first;
    if (first.length >= ENOUGH) this.begin();
  }

  end(): void {
    if (this.size === 0) throw new RuleViolation('attachment.empty');
    if (this.look === null) this.begin();
    this.look?.end();
  }

  private begin(): void {
    this.known = kindOf(this.first);
    this.allow(this.known);
    this.look = LOOKS[this.known]();
    this.go(this.look, this.first);
  }

  private go(look: Look, bytes: Uint8Array): void {
    const most = LARGEST_ATTACHMENT[this.type];
    if (this.size > most) throw new RuleViolation('attachment.too-large', { megabytes: most / 1_000_000 });
    look.read(bytes);
  }
}

const PNG = '\x89PNG\r\n\x1a\n';

/** The kind a file's first bytes tell; what tells nothing is text or unknown, as the look at it will say. */
function kindOf(first: Uint8Array): AttachmentType {
  const start = letters(first, 0, ENOUGH);
  if (start.startsWith(PNG)) return 'image/png';
  if (start.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return 'image/webp';
  if (/^%PDF-[12]\.\d/.test(start)) return 'application/pdf';
  if (start.slice(4, 8) === 'ftyp') return 'video/mp4';
  return 'text/plain';
}
