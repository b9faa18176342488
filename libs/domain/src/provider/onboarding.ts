import type { DomainEvent } from '../event.js';
import { isDay } from '../instant.js';
import { RuleViolation } from '../rule-violation.js';
import { assertText } from './amend-register.js';
import { isMailAddress, type Platform } from './platform.js';

/** How a platform stands to our being a trusted flagger: asked, known there, turned down, or no longer known. */
export const ONBOARDING_STATES = ['asked', 'registered', 'refused', 'ended'] as const;
export type OnboardingState = (typeof ONBOARDING_STATES)[number];

/** One step with a platform, as a named person recorded it; steps only grow. */
export interface Onboarding {
  readonly platformCode: string;
  readonly state: OnboardingState;
  /** The day (ISO) it happened there. */
  readonly on: string;
  /** The address of ours that they know; null unless registered. */
  readonly address: string | null;
  /** Why they refused, or what was agreed. */
  readonly note: string;
  readonly userId: string;
  readonly at: Date;
}

/** Channels whose notices carry an address of ours that a platform can know. */
const WITH_SENDER: readonly string[] = ['email', 'web-form', 'portal'];

/** Refuses a step that cannot be: a day to come, an address missing where they know us, no reason where they do not. */
export function assertOnboarding({ state, on, address, note }: Onboarding, today: string): void {
  if (!isDay(on)) throw new RuleViolation('onboarding.day-wrong');
  if (on > today) throw new RuleViolation('onboarding.day-to-come');
  if (state === 'registered' && address === null) throw new RuleViolation('onboarding.address-needed');
  if (address !== null && !isMailAddress(address)) throw new RuleViolation('onboarding.address-wrong');
  if (state === 'refused' && note.trim() === '') throw new RuleViolation('onboarding.why-needed');
  assertText(note);
}

/** The platform's channels with the address they know us by; none where they do not, or do not any more. */
export function knownAs(platform: Platform, { state, address }: Onboarding): Platform {
  if (state === 'asked') return platform;
  const senderAddress = state === 'registered' ? address : null;
  return {
    ...platform,
    channels: platform.channels.map((one) => (WITH_SENDER.includes(one.kind) ? { ...one, senderAddress } : one)),
  };
}

export const onboardingRecorded = ({ platformCode, state }: Onboarding): DomainEvent => ({
  kind: 'onboarding-recorded',
  subject: 'platform',
  subjectId: platformCode,
  facts: { state },
});
