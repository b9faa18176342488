import type { CaptureOf, Happened, KeptEvidence, Letters, RawMail } from '#application/books.js';
import type { Letter } from '#domain/correspondence/letter.js';
import type { Message } from '#domain/correspondence/message.js';
import type { Capture } from '#domain/evidence/capture.js';
import type { CustodyEntry, EvidenceItem } from '#domain/evidence/evidence-item.js';
import { formCapture, type FormCapture } from '#domain/evidence/form-capture.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { copy } from './copy.js';
import type { Pages } from './pages.js';

/** Rendered letters in memory. */
export class FakeLetters implements Letters {
  constructor(private readonly pages: Pages) {}

  add(letter: Letter): Promise<void> {
    const others = [...this.pages.letters.values()];
    const taken = others.some((one) =>
      (['digest', 'messageId', 'replyToken'] as const).some((name) => one[name] === letter[name]),
    );
    if (taken) return Promise.reject(new Error('a letter is kept once'));
    this.pages.letters.set(letter.digest, copy(letter));
    return Promise.resolve();
  }

  find(digest: string): Promise<Letter | null> {
    return Promise.resolve(copy(this.pages.letters.get(digest) ?? null));
  }
}

/** Mail byte for byte in memory. */
export class FakeRawMail implements RawMail {
  constructor(
    private readonly pages: Pages,
    private readonly happened: (events: Happened) => void,
  ) {}

  keep(mails: readonly { readonly message: Message; readonly bytes: Uint8Array }[]): Promise<ReadonlySet<string>> {
    const { messages, bytes: known } = this.pages;
    const kept = new Set<string>();
    for (const { message, bytes } of mails) {
      if (known.has(message.digest)) continue;
      known.set(message.digest, copy(bytes));
      messages.set(message.id, copy(message));
      kept.add(message.id);
      const facts = { source: message.source };
      this.happened({ kind: 'message-kept', subject: 'message', subjectId: message.id, facts });
    }
    return Promise.resolve(kept);
  }

  bytes(digest: string): Promise<Uint8Array> {
    const kept = this.pages.bytes.get(digest);
    return kept ? Promise.resolve(copy(kept)) : Promise.reject(new RuleViolation('message.not-found', { digest }));
  }
}

const REQUESTED = 'form-capture-requested';

/** Captures in memory. */
export class FakeKeptEvidence implements KeptEvidence {
  constructor(
    private readonly pages: Pages,
    private readonly happened: (events: Happened) => void,
  ) {}

  has(captureId: string): Promise<boolean> {
    return Promise.resolve(this.pages.captures.has(captureId));
  }

  add(capture: Capture, of: CaptureOf, items: readonly EvidenceItem[]): Promise<boolean> {
    if (this.pages.captures.has(capture.id)) return Promise.resolve(false);
    this.pages.captures.set(capture.id, copy({ capture, of, items }));
    const facts = { ...of, state: capture.state };
    this.happened({ kind: 'capture-made', subject: 'capture', subjectId: capture.id, facts });
    return Promise.resolve(true);
  }

  ofForm(defectId: string): Promise<FormCapture | null> {
    const { captures, events } = this.pages;
    const ours = [...captures.values()].filter(({ of }) => 'defectId' in of && of.defectId === defectId);
    const made = ours.at(-1)?.capture;
    const asked = events.filter(({ kind, facts }) => kind === REQUESTED && facts?.['defectId'] === defectId);
    const askedAt = asked.length > ours.length ? new Date() : null;
    const stands = made && { state: made.state, reasons: made.reasons, digest: made.manifestSha256 };
    return Promise.resolve(formCapture(stands ?? null, askedAt, new Date()));
  }

  attach(noticeId: string, item: EvidenceItem): Promise<void> {
    this.pages.attachments.push({ noticeId, item: copy(item) });
    return Promise.resolve();
  }

  attached(noticeId: string): Promise<readonly EvidenceItem[]> {
    const own = this.pages.attachments.filter((one) => one.noticeId === noticeId && !one.item.isRemoved);
    return Promise.resolve(copy(own.map(({ item }) => item)));
  }

  touch(evidenceId: string, verb: (item: EvidenceItem, at: Date) => CustodyEntry): Promise<void> {
    const captured = [...this.pages.captures.values()].flatMap(({ items }) => items);
    const added = this.pages.attachments.map(({ item }) => item);
    const item = [...captured, ...added].find(({ id }) => id === evidenceId);
    if (!item) return Promise.reject(new RuleViolation('evidence.not-found', { id: evidenceId }));
    verb(item, new Date());
    return Promise.resolve();
  }
}
