import type { SystemFacts } from '#domain/access/system-state.js';

/** How the machine and the database are, measured when asked. */
export abstract class SystemState {
  abstract facts(): Promise<SystemFacts>;
}
