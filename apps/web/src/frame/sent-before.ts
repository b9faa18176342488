import { ConflictException } from '@nestjs/common';

/** Why a form is not done again; `faults.<why>` words it. */
export type WhyNotAgain = 'sent-otherwise' | 'sent-already' | 'still-busy';

/** Refuses a form whose key was used before and has no answer to give (409). */
export class SentBefore extends ConflictException {
  constructor(readonly why: WhyNotAgain) {
    super(why);
  }
}
