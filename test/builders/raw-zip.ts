import { crc32 } from 'node:zlib';

/** One entry exactly as told: names, sizes and modes that no decent zip program would write. */
export interface RawEntry {
  readonly name: string;
  readonly bytes?: Buffer;
  /** Unix mode with its type bits; a symbolic link is 0o120777. */
  readonly mode?: number;
  readonly method?: number;
  readonly flags?: number;
  /** Name in the local header, where it should differ from the one in the directory. */
  readonly localName?: string;
  /** Size to claim, where it should differ from the real one. */
  readonly claimedSize?: number;
}

/** A zip of stored entries, byte by byte, so that a test can make what programs refuse to make. */
export function rawZip(entries: readonly RawEntry[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const local = localPart(entry);
    directory.push(directoryPart(entry, offset));
    locals.push(local);
    offset += local.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([...locals, ...directory, endPart(entries.length, size, offset)]);
}

function localPart(entry: RawEntry): Buffer {
  const bytes = entry.bytes ?? Buffer.alloc(0);
  const name = Buffer.from(entry.localName ?? entry.name);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  writeCommon(header, entry, 6);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name, bytes]);
}

function directoryPart(entry: RawEntry, offset: number): Buffer {
  const name = Buffer.from(entry.name);
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE((3 << 8) | 20, 4);
  header.writeUInt16LE(20, 6);
  writeCommon(header, entry, 8);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 38);
  header.writeUInt32LE(offset, 42);
  return Buffer.concat([header, name]);
}

/** Flags, method, time, checksum and sizes stand in the same order in both headers. */
function writeCommon(header: Buffer, entry: RawEntry, at: number): void {
  const bytes = entry.bytes ?? Buffer.alloc(0);
  header.writeUInt16LE(entry.flags ?? 0x0800, at);
  header.writeUInt16LE(entry.method ?? 0, at + 2);
  header.writeUInt32LE(crc32(bytes), at + 8);
  header.writeUInt32LE(bytes.length, at + 12);
  header.writeUInt32LE(entry.claimedSize ?? bytes.length, at + 16);
}

function endPart(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
