import type { CaptureLimits } from '#adapters/browser/capture-limits.js';
import { VIEWPORT } from '#adapters/browser/browser-flags.js';
import type { CDPSession } from 'puppeteer';

/** The part of the page that one picture shows, in CSS pixels. */
interface Tile {
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Sizes as the renderer laid the page out; what the page's scripts claim plays no part. */
export async function measure(session: CDPSession): Promise<{ width: number; height: number }> {
  const { cssContentSize } = await session.send('Page.getLayoutMetrics');
  return { width: Math.ceil(cssContentSize.width), height: Math.ceil(cssContentSize.height) };
}

/** The pictures a page of this size takes, and whether some of it is left out. */
export function tilesFor(
  size: { width: number; height: number },
  limits: CaptureLimits,
): { tiles: Tile[]; isCut: boolean } {
  const width = Math.min(Math.max(size.width, VIEWPORT.width), limits.maxWidth);
  const height = Math.min(Math.max(size.height, 1), limits.maxHeight);
  const tiles: Tile[] = [];
  for (let y = 0; y < height; y += limits.tileHeight) {
    tiles.push({ y, width, height: Math.min(limits.tileHeight, height - y) });
  }
  return { tiles, isCut: size.width > limits.maxWidth || size.height > limits.maxHeight };
}

/** What is in the window now. */
export async function takeViewport(session: CDPSession): Promise<Buffer> {
  const { data } = await session.send('Page.captureScreenshot', { format: 'png' });
  return Buffer.from(data, 'base64');
}

/** One part of the page, also beyond the window. */
export async function takeTile(session: CDPSession, tile: Tile): Promise<Buffer> {
  const clip = { x: 0, ...tile, scale: 1 };
  const { data } = await session.send('Page.captureScreenshot', { format: 'png', captureBeyondViewport: true, clip });
  return Buffer.from(data, 'base64');
}
