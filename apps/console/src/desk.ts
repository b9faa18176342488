import type { DataSource } from 'typeorm';
import type { Settings } from '#adapters/settings/settings.js';
import { openDatabase } from './database.js';

/** What a console command works with: opened on first use, closed by the frame. */
export class Desk {
  private database: Promise<DataSource> | undefined;

  constructor(readonly settings: Settings) {}

  /** The desk's database, at the version of this program; refused where it is older and not ours to change. */
  dataSource(): Promise<DataSource> {
    return (this.database ??= openDatabase(this.settings));
  }

  async close(): Promise<void> {
    const database = await this.database?.catch(() => undefined); // whoever asked for it was told already
    if (database?.isInitialized) await database.destroy();
  }
}
