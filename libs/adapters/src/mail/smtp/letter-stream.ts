import { Readable } from 'node:stream';

const PIECE = 64 * 1024;

/** The bytes of a letter as they were approved; not one of them leaves while `mayLeave` says no. */
export class LetterStream extends Readable {
  private at = 0;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly mayLeave: () => boolean,
  ) {
    super({ highWaterMark: PIECE });
  }

  /** The whole letter has been handed over; a server's yes before that is not about our letter. */
  get isGiven(): boolean {
    return this.readableEnded;
  }

  override _read(): void {
    if (!this.mayLeave()) {
      this.destroy(new Error('the letter may not leave'));
      return;
    }
    const piece = this.bytes.subarray(this.at, this.at + PIECE);
    this.at += piece.length;
    this.push(piece.length > 0 ? Buffer.from(piece) : null);
  }
}
