import { createHash } from 'node:crypto';
import { simpleParser, type AddressObject } from 'mailparser';
import type { ReceivedNotice } from '../memory/book.js';

/** What a mail to us says, before it gets a number. */
export type UnderstoodMail = Pick<
  ReceivedNotice,
  'messageId' | 'from' | 'replyTo' | 'subject' | 'text' | 'headerLines' | 'digest' | 'reference' | 'urls'
> & { readonly threadIds: readonly string[] };

/** Reads a mail: our desk's reference `[TF-2026-000123]`, the addresses of the practice platform in it, whom to answer. */
export async function understandMail(raw: Buffer, address: string): Promise<UnderstoodMail> {
  const mail = await simpleParser(raw, { skipTextToHtml: true, skipTextLinks: true, skipImageLinks: true });
  const text = mail.text ?? stripTags(mail.html || '');
  const from = firstAddress(mail.from);
  const links = mail.html ? `${text} ${mail.html.replaceAll('&amp;', '&')}` : text;
  return {
    messageId: mail.messageId ?? '',
    from,
    replyTo: firstAddress(mail.replyTo) || from,
    subject: mail.subject ?? '',
    text: text.slice(0, 8000),
    headerLines:
      raw
        .toString('latin1')
        .split(/\r?\n\r?\n/, 1)[0]
        ?.slice(0, 8000) ?? '',
    digest: createHash('sha256').update(raw).digest('hex'),
    reference: /\bTF-\d{4}-\d{4,}\b/.exec(`${mail.subject ?? ''}\n${text}`)?.[0],
    urls: ownUrls(`${links}`, address),
    threadIds: [mail.inReplyTo, mail.references].flat().filter((id) => id !== undefined),
  };
}

/** The addresses of the practice platform in a text, in order, each once; at most a hundred. */
export function ownUrls(text: string, address: string): string[] {
  const found = text.match(/https?:\/\/[^\s<>"'()[\]]+/g) ?? [];
  const clean = found.map((url) => url.replace(/[.,;:!?]+$/, '')).filter((url) => isOurs(url, address));
  return [...new Set(clean)].slice(0, 100);
}

/** The slug in an address of ours, whichever of our host names it uses. */
export function slugIn(url: string): string | undefined {
  return URL.canParse(url) ? /^\/p\/([a-z0-9-]+)\/?$/.exec(new URL(url).pathname)?.[1] : undefined;
}

function isOurs(url: string, address: string): boolean {
  if (!URL.canParse(url)) return false;
  const { hostname, port } = new URL(url);
  if (hostname === 'practice.example') return true;
  return ['127.0.0.1', 'localhost'].includes(hostname) && port === new URL(address).port;
}

function firstAddress(header: AddressObject | AddressObject[] | undefined): string {
  const [first] = [header].flat();
  return first?.value[0]?.address ?? '';
}

const stripTags = (html: string): string => html.replace(/<[^>]*>/g, ' ');
