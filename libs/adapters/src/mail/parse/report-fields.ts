// Blocks of "Name: value" lines: RFC 3464 (delivery status), RFC 5965 (feedback report), RFC 5322 headers.
import type { OriginalMail, ReportFields } from '#domain/correspondence/parsed-mail.js';
import { readHeaderLine } from './header-text.js';

/** Blocks parted by blank lines, each as fields in lower case; empty blocks are left out. */
export function readBlocks(text: string): ReportFields[] {
  return text
    .split(/\n[ \t]*\n/)
    .map(readFields)
    .filter((fields) => Object.keys(fields).length > 0);
}

/** The headers of a mail that was sent back, from its text or its headers alone. */
export function readOriginal(text: string): OriginalMail {
  const fields = readFields(text.replace(/^\n+/, '').split(/\n[ \t]*\n/)[0] ?? '');
  const first = (name: string) => fields[name]?.[0] ?? '';
  const messageId = /<[^<>\s]{1,500}>/.exec(first('message-id'))?.[0] ?? null;
  return { messageId, from: first('from'), to: first('to'), subject: first('subject') };
}

function readFields(block: string): Record<string, string[]> {
  const fields: Record<string, string[]> = Object.create(null) as Record<string, string[]>;
  for (const line of block.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const field = readHeaderLine(line);
    if (field && /^[\w-]{1,80}$/.test(field.name)) (fields[field.name] ??= []).push(field.value);
  }
  return { ...fields };
}
