import { RuleViolation } from '../../rule-violation.js';
import { letters, number32, type Walk } from './walk.js';

/** Most parts a picture may have; one with more was made to keep a reader busy. */
const MOST_PARTS = 20_000;

const broken = (): never => {
  throw new RuleViolation('attachment.damaged');
};

/** PNG (ISO/IEC 15948): a signature, then chunks up to IEND, and not a byte behind it. */
export function* pngWalk(): Walk {
  yield { take: 8 };
  for (let part = 0; part < MOST_PARTS; part += 1) {
    const head = yield { take: 8 };
    const kind = letters(head, 4);
    if (!/^[A-Za-z]{4}$/.test(kind) || (part === 0 && kind !== 'IHDR')) broken();
    yield { skip: number32(head) + 4 };
    if (kind === 'IEND') return;
  }
  broken();
}

/** WebP (RFC 9649): one RIFF container whose size is that of the file. */
export function* webpWalk(): Walk {
  const head = yield { take: 12 };
  const size = head[4]! + head[5]! * 0x100 + head[6]! * 0x10000 + head[7]! * 0x1000000;
  if (size < 12) broken();
  yield { skip: size - 4 + (size % 2) };
}

const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;

/** JPEG (ISO/IEC 10918-1): segments with their lengths, coded scans between them, up to the end of the image. */
export function* jpegWalk(): Walk {
  yield { take: 2 };
  let inScan = false;
  for (let part = 0; ; part += 1) {
    const marker: number = yield* nextMarker(inScan);
    if (marker === END_OF_IMAGE) return;
    if (part > MOST_PARTS) broken();
    inScan ||= marker === START_OF_SCAN;
    if (marker >= 0xd0 && marker <= 0xd8) continue;
    const length = yield { take: 2 };
    const size = length[0]! * 0x100 + length[1]!;
    if (size < 2) broken();
    yield { skip: size - 2 };
  }
}

/** The next marker; within a scan, coded bytes and its own marks (a stuffed zero, restarts) are passed over. */
function* nextMarker(inScan: boolean): Generator<{ until: number } | { take: number }, number, Uint8Array> {
  if (!inScan) {
    const [first, second] = yield { take: 2 };
    if (first !== 0xff) broken();
    return second === 0xff ? yield* fillThen() : second!;
  }
  for (;;) {
    yield { until: 0xff };
    const marker = yield* fillThen();
    if (marker !== 0 && !(marker >= 0xd0 && marker <= 0xd7)) return marker;
  }
}

/** A marker may be preceded by any number of fill bytes. */
function* fillThen(): Generator<{ take: number }, number, Uint8Array> {
  for (;;) {
    const [byte] = yield { take: 1 };
    if (byte !== 0xff) return byte!;
  }
}
