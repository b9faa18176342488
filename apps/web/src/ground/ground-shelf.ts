import { Injectable } from '@nestjs/common';
import { Installation } from '#application/access/installation.js';
import { Clock } from '#application/clock.js';
import { Register } from '#application/provider/register.js';
import { dayIn, isDay } from '#domain/instant.js';
import { assertValidFor } from '#domain/ground/in-force.js';
import type { LegalGround } from '#domain/ground/legal-ground.js';
import { RuleViolation } from '#domain/rule-violation.js';

/** The grounds a person at this desk may choose from, and the day it is there. */
@Injectable()
export class GroundShelf {
  constructor(
    private readonly register: Register,
    private readonly installation: Installation,
    private readonly clock: Clock,
  ) {}

  /** The grounds of the organisation's country, in the order of its pack. */
  async inOrder(): Promise<readonly LegalGround[]> {
    const { country } = await this.installation.organisation();
    const own = (await this.register.grounds()).filter((ground) => ground.country === country);
    return own.sort((one, other) => one.position - other.position);
  }

  /** One ground; refuses `ground.not-found`. */
  async one(code: string): Promise<LegalGround> {
    const found = (await this.register.grounds()).find((ground) => ground.code === code);
    if (!found) throw new RuleViolation('ground.not-found', { code });
    return found;
  }

  /** A ground that a notice may rely on for content put there on these days; refuses `ground.unknown` and as `assertValidFor`. */
  async inForce(code: string, posted: readonly (string | null)[] = []): Promise<LegalGround> {
    const ground = await this.register.ground(code);
    assertValidFor(ground, posted, await this.day(undefined));
    return ground;
  }

  /** The day asked for (ISO), or today in the organisation's zone. */
  async day(asked: unknown): Promise<string> {
    if (typeof asked === 'string' && isDay(asked)) return asked;
    const { zone } = await this.installation.organisation();
    return dayIn(this.clock.now(), zone);
  }
}
