/** The few strokes the scenes are painted with; colours are CSS colours, lengths are SVG units. */

export const fill = (colour: string): string => `<rect width="960" height="640" fill="${colour}"/>`;

export const disc = (x: number, y: number, r: number, colour: string): string =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${colour}"/>`;

export const oval = (x: number, y: number, rx: number, ry: number, colour: string): string =>
  `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${colour}"/>`;

export const box = (x: number, y: number, width: number, height: number, colour: string): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${colour}"/>`;

export const shape = (points: string, colour: string): string => `<polygon points="${points}" fill="${colour}"/>`;

export const line = (path: string, colour: string, width: number): string =>
  `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round"/>`;

/** A sky that runs from one colour above to another below. */
export function sky(above: string, below: string): string {
  return (
    `<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${above}"/>` +
    `<stop offset="1" stop-color="${below}"/></linearGradient></defs>${fill('url(#sky)')}`
  );
}

/** A rolling hill line through the given heights, closed at the bottom. */
export function hills(heights: readonly number[], colour: string): string {
  const step = 960 / (heights.length - 1);
  const points = heights.map((y, index) => `${Math.round(index * step)},${y}`).join(' ');
  return shape(`0,640 ${points} 960,640`, colour);
}

/** Draws something a number of times. */
export const times = (count: number, draw: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => draw(index)).join('');
