/**
 * Platforms that take some reports only from the person concerned or who represents them, as their help pages said on
 * 2026-11-21: private images on X, privacy on YouTube, images of adults on Instagram and Facebook.
 */
export const FIRST_PERSON_PLATFORMS = ['x', 'youtube', 'instagram', 'facebook'] as const;
export type FirstPersonPlatform = (typeof FIRST_PERSON_PLATFORMS)[number];

/** Whether the platform with this code wants to hear some things from the person concerned only. */
export const wantsPersonConcerned = (code: string | null): code is FirstPersonPlatform =>
  FIRST_PERSON_PLATFORMS.some((one) => one === code);
