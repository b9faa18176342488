import { EntitySchema } from 'typeorm';
import type { Platform, Provider } from '#domain/provider/platform.js';
import type { RegisteredThing, VersionNote } from '#domain/provider/register-version.js';

/** Which version of a thing of the register stands, and what the reference data last said of it. */
export interface RegisterEntryRow {
  readonly thing: RegisteredThing;
  readonly code: string;
  readonly version: number;
  /** Null for what a person added. */
  readonly loaded: Platform | Provider | null;
}

export const RegisterEntrySchema = new EntitySchema<RegisterEntryRow>({
  name: 'RegisterEntry',
  tableName: 'register_entries',
  columns: {
    thing: { type: 'text', primary: true },
    code: { type: 'text', primary: true },
    version: { type: 'int' },
    loaded: { type: 'jsonb', nullable: true },
  },
});

/** One version as its row has it. */
export interface RegisterVersionRow extends VersionNote {
  readonly thing: RegisteredThing;
  readonly code: string;
  readonly version: number;
  readonly facts: Platform | Provider;
}

export const RegisterVersionSchema = new EntitySchema<RegisterVersionRow>({
  name: 'RegisterVersion',
  tableName: 'register_versions',
  columns: {
    thing: { type: 'text', primary: true },
    code: { type: 'text', primary: true },
    version: { type: 'int', primary: true },
    facts: { type: 'jsonb' },
    cause: { type: 'text' },
    reason: { type: 'text' },
    userId: { name: 'user_id', type: 'uuid', nullable: true },
    at: { type: 'timestamptz' },
  },
});
