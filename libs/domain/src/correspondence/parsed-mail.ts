/** One address of a mail header; `address` is lower-case, `name` is decoded and may be empty. */
export interface MailAddress {
  readonly name: string;
  readonly address: string;
}

/** What we keep of an attached file: never its content. */
export interface AttachedFile {
  readonly name: string;
  readonly type: string;
  /** Bytes after decoding. */
  readonly size: number;
  readonly sha256: string;
}

/** The headers of the mail a bounce or feedback report sends back (`message/rfc822`, `text/rfc822-headers`). */
export interface OriginalMail {
  readonly messageId: string | null;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
}

/** Fields of a machine report, names in lower case; a field may stand more than once. */
export type ReportFields = Readonly<Record<string, readonly string[]>>;

/**
 * A mail after parsing: plain JSON, so that it can cross the line from the parsing child. Header values are decoded,
 * stripped of control characters and in the order of the mail; texts have `\n` line ends.
 */
export interface ParsedMail {
  readonly headers: Readonly<Record<string, readonly string[]>>;
  readonly from: readonly MailAddress[];
  readonly to: readonly MailAddress[];
  readonly cc: readonly MailAddress[];
  readonly subject: string;
  /** With angle brackets, as in the mail; null when there is none. */
  readonly messageId: string | null;
  readonly inReplyTo: readonly string[];
  readonly references: readonly string[];
  /** The `Date` header as written: it may be absent or nonsense, and never decides a deadline. */
  readonly date: string | null;
  readonly text: string;
  /** The HTML body as text: cells parted by tabs, quoted blocks marked `> `, link targets in angle brackets. */
  readonly htmlText: string;
  /** `Content-Language`, where the sender says it. */
  readonly languageHint: string | null;
  /** The blocks of `message/delivery-status` (RFC 3464): first the message, then one per recipient. */
  readonly deliveryStatus: readonly ReportFields[];
  /** The fields of `message/feedback-report` (RFC 5965). */
  readonly feedbackReport: ReportFields | null;
  readonly original: OriginalMail | null;
  readonly attachments: readonly AttachedFile[];
  /** What was wrong with it, as codes: `bare-cr`, `two-from`, `two-message-id`, `no-message-id`, `bad-date`, `text-cut` … */
  readonly defects: readonly string[];
}

/** The first value of a header, or the empty string. */
export const header = (mail: ParsedMail, name: string): string => mail.headers[name]?.[0] ?? '';
