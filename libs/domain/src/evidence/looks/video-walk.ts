import { RuleViolation } from '../../rule-violation.js';
import { letters, number32, type Walk } from './walk.js';

/** What may stand at the top of a file of this kind; anything else is no video or carries something along. */
const BOXES = [
  ...['ftyp', 'styp', 'moov', 'moof', 'mdat', 'free', 'skip', 'wide', 'udta', 'meta', 'sidx', 'mfra', 'pdin', 'uuid'],
  ...['ssix', 'prft', 'emsg'],
];
const MOST_BOXES = 20_000;

/** MP4 (ISO/IEC 14496-12): boxes one behind the other, the film and its pictures among them, up to the very end. */
export function* mp4Walk(): Walk {
  const seen = new Set<string>();
  for (let box = 0; box < MOST_BOXES; box += 1) {
    const head = yield { take: 8, mayEnd: seen.has('moov') && seen.has('mdat') };
    const kind = letters(head, 4);
    if (!BOXES.includes(kind) || (box === 0 && kind !== 'ftyp')) broken();
    seen.add(kind);
    yield { skip: yield* rest(number32(head)) };
  }
  broken();
}

/** What is left of a box whose head says this length; 1 means that a longer number follows. */
function* rest(length: number): Generator<{ take: number }, number, Uint8Array> {
  if (length !== 1) return length < 8 ? broken() : length - 8;
  const large = yield { take: 8 };
  const left = number32(large) * 0x1_0000_0000 + number32(large, 4) - 16;
  return left < 0 ? broken() : left;
}

const broken = (): never => {
  throw new RuleViolation('attachment.damaged');
};
