import type { Settings } from '#adapters/settings/settings.js';

/** What a console command works with: opened on first use, closed by the frame. */
export class Desk {
  constructor(readonly settings: Settings) {}
}
