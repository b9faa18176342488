/** Codes that people add begin so; the reference data never use it, so that loading them meets nothing of ours. */
export const OWN_PREFIX = 'own-';

/** Whether a person added the platform with this code. */
export const isOwnCode = (code: string): boolean => code.startsWith(OWN_PREFIX);
