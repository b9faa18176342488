import type { Platform } from './platform.js';

/** Whether the platform takes some reports only from the person concerned or who represents them, as the register says. */
export const wantsPersonConcerned = ({ onlyPersonConcerned }: Pick<Platform, 'onlyPersonConcerned'>): boolean =>
  onlyPersonConcerned.length > 0;
