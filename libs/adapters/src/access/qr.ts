import { encode } from 'uqr';

/** A QR picture as one path of an SVG whose box is `size` by `size`, with the quiet border that readers need. */
export interface Qr {
  readonly size: number;
  readonly path: string;
}

/** The QR code (ISO/IEC 18004) of a text. */
export function qrOf(text: string): Qr {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const dots = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { size, path: dots.join('') };
}
