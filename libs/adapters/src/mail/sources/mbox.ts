// mbox as in RFC 4155 and the "mboxrd" variant: a mail begins at a line `From sender date` that follows an empty line.

const SEPARATOR = /^From \S.* \d{4}\s*$/;
const QUOTED = /^>+From /;
const LF = 0x0a;

/** The mails in an mbox, without their separator lines; one `>` is taken off lines that were quoted for the mbox. */
export function* mailsInMbox(bytes: Uint8Array): Iterable<Uint8Array> {
  let lines: Buffer[] | undefined;
  let afterEmpty = true;
  for (const line of linesOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))) {
    const start = line.subarray(0, 300).toString('latin1');
    if (afterEmpty && SEPARATOR.test(start.replace(/\r?\n$/, ''))) {
      if (lines) yield withoutLastEmpty(lines);
      lines = [];
    } else lines?.push(QUOTED.test(start) ? line.subarray(1) : line);
    afterEmpty = line.length <= 2 && /^\r?\n$/.test(start);
  }
  if (lines) yield withoutLastEmpty(lines);
}

function* linesOf(bytes: Buffer): Iterable<Buffer> {
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(LF, at);
    const next = end === -1 ? bytes.length : end + 1;
    yield bytes.subarray(at, next);
    at = next;
  }
}

/** The empty line before the next separator belongs to the mbox, not to the mail. */
function withoutLastEmpty(lines: readonly Buffer[]): Buffer {
  const last = lines.at(-1)?.toString('latin1') ?? '';
  return Buffer.concat(/^\r?\n$/.test(last) ? lines.slice(0, -1) : lines);
}
