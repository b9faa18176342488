import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/event.js';
import { dayIn } from '#domain/instant.js';
import { isSame } from '#domain/is-same.js';
import { assertOnboarding, knownAs, onboardingRecorded, type Onboarding } from '#domain/provider/onboarding.js';
import { Installation } from '../access/installation.js';
import { Books } from '../books.js';

/** What a person records of a step with a platform. */
export type OnboardingStep = Omit<Onboarding, 'userId' | 'at'>;

/** A person records how a platform stands to our being a trusted flagger; its channels know our address from then on. */
@Injectable()
export class RecordOnboarding {
  constructor(
    private readonly books: Books,
    private readonly installation: Installation,
  ) {}

  async run(step: OnboardingStep, by: Actor & { readonly kind: 'user' }): Promise<void> {
    const { zone } = await this.installation.organisation();
    await this.books.together(by, async (books) => {
      const { register } = books;
      const at = await books.now();
      const onboarding = { ...step, userId: by.userId, at };
      assertOnboarding(onboarding, dayIn(at, zone));
      const { thing } = await register.platform(step.platformCode);
      await register.addOnboarding(onboarding);
      const known = knownAs(thing, onboarding);
      const note = { cause: 'onboarded', reason: step.note, userId: by.userId, at } as const;
      if (!isSame(known, thing)) await register.keepPlatform(known, note);
      await books.record(onboardingRecorded(onboarding));
    });
  }
}
