import type { Readable } from 'node:stream';

/** All bytes of a mail, or null when they are more than `largest`; no more than that is ever held in memory. */
export async function wholeMail(stream: Readable, largest: number): Promise<Buffer | null> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of stream as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size <= largest) pieces.push(piece);
    else pieces.length = 0;
  }
  return size <= largest ? Buffer.concat(pieces) : null;
}
