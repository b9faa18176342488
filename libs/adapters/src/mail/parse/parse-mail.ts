import {
  MailParser as Splitter,
  type AddressObject,
  type AttachmentStream,
  type HeaderLines,
  type MessageText,
} from 'mailparser';
import type { MailAddress, ParsedMail } from '#domain/correspondence/parsed-mail.js';
import { htmlText } from './html-text.js';
import { readHeaderLine, withoutControls } from './header-text.js';
import { LIMITS } from './limits.js';
import { mendLineEnds } from './line-ends.js';
import { attachmentOf, type SplitPart } from './attached-part.js';
import { readBlocks, readOriginal } from './report-fields.js';

interface Split {
  headerLines: HeaderLines;
  parts: SplitPart[];
  text: string;
  html: string;
  addresses: Record<'from' | 'to' | 'cc', AddressObject | AddressObject[] | undefined>;
}

/** How mailparser is asked; the bench asks it the same way. */
export const PARSER_OPTIONS = {
  skipHtmlToText: true,
  skipTextToHtml: true,
  skipTextLinks: true,
  skipImageLinks: true,
  keepDeliveryStatus: true,
  ignoreEmbedded: true,
  checksumAlgo: 'sha256',
} as const;

/** Bytes of one mail → plain facts. Runs in the parsing child only; throws when the mail is beyond the limits. */
export async function parseMail(raw: Buffer): Promise<ParsedMail> {
  const { bytes, defects } = mendLineEnds(raw);
  const split = await splitMail(bytes);
  const headers = headersOf(split.headerLines);
  const reports = split.parts.filter((part) => part.report !== null);
  const report = (type: RegExp) => reports.find((part) => type.test(part.file.type))?.report ?? null;
  const original = report(/^(message\/(rfc822|global)|text\/rfc822-headers|message\/global-headers)/);
  const feedback = report(/^message\/feedback-report/);
  const [text, html] = [split.text, htmlText(split.html, LIMITS.text)];
  return {
    headers,
    ...addressesOf(split),
    subject: headers['subject']?.[0] ?? '',
    messageId: idsIn(headers['message-id'])[0] ?? null,
    inReplyTo: idsIn(headers['in-reply-to']),
    references: idsIn(headers['references']),
    date: headers['date']?.[0] ?? null,
    text: text.slice(0, LIMITS.text),
    htmlText: html,
    languageHint: headers['content-language']?.[0] ?? null,
    deliveryStatus: readBlocks(report(/^message\/(global-)?delivery-status/) ?? ''),
    feedbackReport: feedback === null ? null : (readBlocks(feedback)[0] ?? {}),
    original: original === null ? null : readOriginal(original),
    attachments: split.parts.map((part) => part.file),
    defects: [...defects, ...defectsOf(headers, text, split.html)],
  };
}

function splitMail(bytes: Buffer): Promise<Split> {
  return new Promise((resolve, reject) => {
    const parser = new Splitter(PARSER_OPTIONS);
    const found: Split = {
      headerLines: [],
      parts: [],
      text: '',
      html: '',
      addresses: { from: undefined, to: undefined, cc: undefined },
    };
    parser.on('error', reject);
    parser.on('headers', () => {
      found.headerLines = (parser as unknown as { headerLines: HeaderLines }).headerLines;
    });
    parser.on('data', (part: AttachmentStream | MessageText) => {
      if (part.type === 'attachment') attachmentOf(part, (done) => found.parts.push(done));
      else Object.assign(found, { text: part.text ?? '', html: typeof part.html === 'string' ? part.html : '' });
    });
    parser.on('end', () => {
      const { from, to, cc } = parser as unknown as Split['addresses'];
      resolve({ ...found, addresses: { from, to, cc } });
    });
    parser.end(bytes);
  });
}

function headersOf(lines: HeaderLines): Record<string, string[]> {
  const headers: Record<string, string[]> = Object.create(null) as Record<string, string[]>;
  for (const { line } of lines) {
    const field = readHeaderLine(line);
    if (field) (headers[field.name] ??= []).push(field.value);
  }
  return { ...headers };
}

const addressesOf = ({ addresses }: Split) => ({
  from: addressList(addresses.from),
  to: addressList(addresses.to),
  cc: addressList(addresses.cc),
});

function addressList(value: AddressObject | AddressObject[] | undefined): MailAddress[] {
  const entries = [value ?? []].flat().flatMap((list) => list.value ?? []);
  return entries
    .flatMap((entry) => entry.group ?? [entry])
    .map(({ name, address }) => ({
      name: withoutControls(name ?? ''),
      address: withoutControls(address ?? '').toLowerCase(),
    }));
}

/** Ids of `<…>` form in the order of the header; a bare id is given its brackets. */
function idsIn(values: readonly string[] | undefined): string[] {
  const text = (values ?? []).join(' ').slice(0, 64_000);
  const bracketed = text.match(/<[^<>\s]{1,500}>/g);
  if (bracketed) return bracketed;
  return text
    .split(/\s+/)
    .filter((word) => word.includes('@'))
    .map((word) => `<${word}>`);
}

function defectsOf(headers: Readonly<Record<string, readonly string[]>>, text: string, html: string): string[] {
  const count = (name: string) => headers[name]?.length ?? 0;
  const defects: string[] = [];
  if (count('from') === 0) defects.push('no-from');
  if (count('from') > 1) defects.push('two-from');
  if (count('message-id') === 0) defects.push('no-message-id');
  if (count('message-id') > 1) defects.push('two-message-id');
  if (count('date') === 0 || Number.isNaN(Date.parse((headers['date']?.[0] ?? '').replace(/\([^)]*\)/g, ''))))
    defects.push('bad-date');
  if (text.length > LIMITS.text || html.length > LIMITS.text) defects.push('text-cut');
  return defects;
}
