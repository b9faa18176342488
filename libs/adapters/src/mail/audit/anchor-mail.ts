import { type Anchor, anchorLine } from '#domain/access/anchor.js';

/** Who the mail is from and to, and what makes its id unlike any other. */
interface Envelope {
  readonly from: string;
  readonly to: string;
  readonly domain: string;
  readonly at: Date;
}

/**
 * The mail that carries anchors (RFC 5322), in plain ASCII with an anchor on each line, so that the mail as a person
 * saved it can be handed to `seinpost audit verify --anchors`.
 */
export function anchorMail(anchors: readonly Anchor[], { from, to, domain, at }: Envelope): Buffer {
  const last = anchors.at(-1)!;
  const lines = [
    `From: Seinpost <${from}>`,
    `To: ${to}`,
    `Date: ${at.toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <anchor-${last.seq}-${last.hash.slice(0, 16)}@${domain}>`,
    `Subject: Seinpost logboek / audit log: ${last.seq} (${last.hash.slice(0, 16)})`,
    'Auto-Submitted: auto-generated',
    'X-Auto-Response-Suppress: All',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=us-ascii',
    'Content-Transfer-Encoding: 7bit',
    ...['', ...WORDS, '', ...anchors.map(anchorLine), ''],
  ];
  return Buffer.from(lines.join('\r\n'), 'ascii');
}

const WORDS = [
  'Bewaar deze mail. Met de regels hieronder kan later worden nagegaan of',
  'het logboek van de desk nog is zoals het werd vastgelegd:',
  '',
  'Keep this mail. With the lines below it can be shown later whether the',
  'event log of the desk still is as it was recorded:',
  '',
  '  seinpost audit verify --anchors <mail.eml>',
];
