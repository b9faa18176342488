// Between desk and parsing child: four bytes of length (big endian), then that many bytes.

/** One message on the pipe. */
export function frame(body: Uint8Array): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(body.byteLength);
  return Buffer.concat([head, body]);
}

/** Collects chunks and hands out each whole message. */
export class Frames {
  private chunks: Buffer[] = [];
  private size = 0;

  constructor(private readonly whole: (body: Buffer) => void) {}

  take(chunk: Buffer): void {
    this.chunks.push(chunk);
    this.size += chunk.length;
    while (this.size >= 4 && this.size >= 4 + this.announced()) this.cut();
  }

  private announced(): number {
    if ((this.chunks[0]?.length ?? 0) < 4) this.chunks = [Buffer.concat(this.chunks)];
    return this.chunks[0]?.readUInt32BE() ?? 0;
  }

  private cut(): void {
    const all = Buffer.concat(this.chunks);
    const end = 4 + all.readUInt32BE();
    this.chunks = end === all.length ? [] : [all.subarray(end)];
    this.size = all.length - end;
    this.whole(all.subarray(4, end));
  }
}
