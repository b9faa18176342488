/** How long and how large a capture may become. */
export interface CaptureLimits {
  /** Milliseconds until the page must have loaded; what is there then is kept. */
  readonly loadMs: number;
  /** Milliseconds for the whole capture; then the browser is killed and what was kept stays. */
  readonly totalMs: number;
  /** Bytes over the wire, and bytes after decompression. */
  readonly bytes: number;
  /** Resident bytes of all browser processes together. */
  readonly memoryBytes: number;
  /** Bytes of text and of document kept. */
  readonly textBytes: number;
  /** Pixels: the tallest and widest picture, and the tallest single file. */
  readonly maxHeight: number;
  readonly maxWidth: number;
  readonly tileHeight: number;
}

export const CAPTURE_LIMITS: CaptureLimits = {
  loadMs: 15_000,
  totalMs: 45_000,
  bytes: 100_000_000,
  memoryBytes: 1_500_000_000,
  textBytes: 10_000_000,
  maxHeight: 60_000,
  maxWidth: 4_096,
  tileHeight: 20_000,
};
