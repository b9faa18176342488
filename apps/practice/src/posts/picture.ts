import { dice, type Dice } from '../seeded.js';
import { SCENES } from './scenes.js';

export type SceneName = keyof typeof SCENES;

/** The picture of a post as SVG, 960 × 640, the same for the same seed; nothing in it depicts a person. */
export function drawPicture(scene: SceneName, seed: string, alt: string): string {
  const paint: (roll: Dice) => string = SCENES[scene];
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 640" width="960" height="640" role="img">',
    `<title>${alt.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</title>`,
    paint(dice(seed, scene)),
    '</svg>',
  ].join('');
}
