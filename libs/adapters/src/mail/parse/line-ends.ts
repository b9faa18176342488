const CR = 0x0d;
const LF = 0x0a;

/**
 * Bytes a mail parser can trust: a leading mbox line (`From …`) goes, and a carriage return without its line feed
 * becomes a line feed, since mailparser reads CR-only mail as garbage without saying so. The raw bytes stay as they were.
 */
export function mendLineEnds(raw: Buffer): { readonly bytes: Buffer; readonly defects: string[] } {
  const defects: string[] = [];
  let bytes = withoutMboxLine(raw);
  if (bytes !== raw) defects.push('mbox-line');
  if (bytes.subarray(0, 1_000_000).includes(0)) defects.push('nul-bytes');
  if (hasBareCr(bytes)) {
    defects.push('bare-cr');
    bytes = Buffer.from(bytes.toString('latin1').replace(/\r(?!\n)/g, '\n'), 'latin1');
  }
  return { bytes, defects };
}

function withoutMboxLine(raw: Buffer): Buffer {
  if (raw.subarray(0, 5).toString('latin1') !== 'From ') return raw;
  const end = raw.indexOf(LF);
  return end === -1 ? raw : raw.subarray(end + 1);
}

function hasBareCr(bytes: Buffer): boolean {
  for (let at = bytes.indexOf(CR); at !== -1; at = bytes.indexOf(CR, at + 1)) {
    if (bytes[at + 1] !== LF) return true;
  }
  return false;
}
