import { describe, expect, test } from '@jest/globals';
import { CAPTURE_LIMITS } from '#adapters/browser/capture-limits.js';
import { tilesFor } from './take-picture.js';

const tiles = (width: number, height: number) => tilesFor({ width, height }, CAPTURE_LIMITS);

describe('the pictures of a page', () => {
  test('are one for a page of ordinary height', () => {
    expect(tiles(1280, 3000)).toEqual({ tiles: [{ y: 0, width: 1280, height: 3000 }], isCut: false });
  });

  test('follow one another without gap or overlap', () => {
    expect(tiles(1280, 45_000).tiles.map(({ y, height }) => [y, height])).toEqual(
      [[0, 20_000], [20_000, 20_000], [40_000, 5_000]], // prettier-ignore
    );
  });

  test('end at the bound, and it is said', () => {
    const { tiles: cut, isCut } = tiles(60_000, 1_000_000);
    expect([cut.length, cut[0]?.width, isCut]).toEqual([3, 4096, true]);
  });

  test('are never empty, whatever the page claims', () => {
    expect(tiles(0, 0)).toEqual({ tiles: [{ y: 0, width: 1280, height: 1 }], isCut: false });
  });
});
