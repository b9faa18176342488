// RFC 3492 (Punycode), decoding only, with the parameters of IDNA.
const [BASE, TMIN, TMAX, SKEW, DAMP, FIRST_BIAS, FIRST_CODE] = [36, 1, 26, 38, 700, 72, 128];

/** A label of a host name as people see it: `xn--bcher-kva` is `bücher`; what cannot be read stays as it is. */
export function readPunycode(label: string): string {
  if (!label.startsWith('xn--')) return label;
  const coded = label.slice(4);
  const dash = coded.lastIndexOf('-');
  const letters = [...coded.slice(0, Math.max(dash, 0))].map((letter) => letter.codePointAt(0)!);
  return insertAll(letters, coded.slice(dash + 1)) ? String.fromCodePoint(...letters) : label;
}

/** Puts the coded letters between the plain ones; false where the code is broken. */
function insertAll(letters: number[], coded: string): boolean {
  let [at, code, place, bias] = [0, FIRST_CODE, 0, FIRST_BIAS];
  while (at < coded.length) {
    const found = readNumber(coded, at, bias);
    if (!found) return false;
    const length = letters.length + 1;
    bias = adapted(found.value, length, place === 0 && code === FIRST_CODE);
    code += Math.floor((place + found.value) / length);
    place = (place + found.value) % length;
    if (code > 0x10ffff) return false;
    letters.splice(place, 0, code);
    [at, place] = [found.next, place + 1];
  }
  return true;
}

function readNumber(coded: string, from: number, bias: number): { value: number; next: number } | null {
  let [value, weight] = [0, 1];
  for (let at = from, step = BASE; at < coded.length; at += 1, step += BASE) {
    const digit = '0123456789'.includes(coded[at]!) ? Number(coded[at]) + 26 : coded.charCodeAt(at) - 97;
    if (digit < 0 || digit >= BASE) return null;
    value += digit * weight;
    const threshold = Math.min(TMAX, Math.max(TMIN, step - bias));
    if (digit < threshold) return { value, next: at + 1 };
    weight *= BASE - threshold;
  }
  return null;
}

function adapted(delta: number, length: number, isFirst: boolean): number {
  let rest = Math.floor(delta / (isFirst ? DAMP : 2));
  rest += Math.floor(rest / length);
  let bias = 0;
  for (; rest > ((BASE - TMIN) * TMAX) / 2; bias += BASE) rest = Math.floor(rest / (BASE - TMIN));
  return bias + Math.floor(((BASE - TMIN + 1) * rest) / (rest + SKEW));
}
