import { Injectable } from '@nestjs/common';
import { Installation } from '#application/access/installation.js';
import type { SignedIn } from '#application/access/sessions.js';
import { Clock } from '#application/clock.js';
import { Register } from '#application/provider/register.js';
import { FollowUp } from '#application/statistics/follow-up.js';
import { figuresReachOf } from '#domain/access/reach.js';
import { dayIn } from '#domain/report/day-in.js';
import { RuleViolation } from '#domain/rule-violation.js';
import type { FollowUpFigures } from '#domain/statistics/figures.js';
import { followUpForm, questionOf, type FollowUpForm } from './follow-up.query.js';

/** The follow-up figures that an address asks for, as far as the person may count. */
@Injectable()
export class AskedFigures {
  constructor(
    private readonly followUp: FollowUp,
    private readonly register: Register,
    private readonly installation: Installation,
    private readonly clock: Clock,
  ) {}

  async form(query: Readonly<Record<string, unknown>>): Promise<FollowUpForm> {
    const { zone } = await this.installation.organisation();
    const codes = (await this.register.platforms()).map(({ code }) => code);
    return followUpForm(query, dayIn(this.clock.now().toISOString(), zone), codes);
  }

  /** The platforms one can choose from. */
  async platforms(): Promise<readonly { readonly value: string; readonly text: string }[]> {
    return (await this.register.platforms()).map(({ code, name }) => ({ value: code, text: name }));
  }

  /** Refuses a period that ends before it begins. */
  async of(form: FollowUpForm, person: SignedIn): Promise<FollowUpFigures> {
    if (form.from > form.to) throw new RuleViolation('follow-up.from-after-to', { from: form.from, to: form.to });
    const { zone } = await this.installation.organisation();
    const reach = figuresReachOf(person);
    return this.followUp.run(questionOf(form, { zone, now: this.clock.now(), language: person.language, reach }));
  }
}
