import { DateTime } from 'luxon';
import type { ReceivedSource } from '#domain/correspondence/message.js';

/** When a mail from a file came in, and what says so. */
export interface ReceivedTime {
  readonly receivedAt: Date;
  readonly receivedSource: ReceivedSource;
}

const HEADER_BYTES = 65_536;

/** The time in the top `Received`, else in `Date`, else now; a time no clock could have shown then does not count. */
export function receivedTime(bytes: Uint8Array, now: Date): ReceivedTime {
  const header = unfolded(Buffer.from(bytes.subarray(0, HEADER_BYTES)).toString('latin1'));
  const received = moment(/^received:.*;([^;\n]*)$/im.exec(header)?.[1], now);
  if (received) return { receivedAt: received, receivedSource: 'received-header' };
  const date = moment(/^date:(.*)$/im.exec(header)?.[1], now);
  return date ? { receivedAt: date, receivedSource: 'date-header' } : { receivedAt: now, receivedSource: 'now' };
}

/** The header alone, each field on one line. */
const unfolded = (text: string): string => {
  const lines = text.replace(/\r\n?/g, '\n');
  const end = lines.indexOf('\n\n');
  return (end === -1 ? lines : lines.slice(0, end)).replace(/\n[ \t]+/g, ' ');
};

function moment(text: string | undefined, now: Date): Date | null {
  if (text === undefined) return null;
  const written = text.replace(/\([^()]*\)/g, ' ').trim();
  const read = DateTime.fromRFC2822(written);
  const at = read.isValid ? read.toMillis() : Date.parse(written);
  const plausible = at > Date.UTC(1980) && at <= now.getTime() + 86_400_000;
  return plausible ? new Date(at) : null;
}
