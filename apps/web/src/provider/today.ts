import { Injectable } from '@nestjs/common';
import { Installation } from '#application/access/installation.js';
import { Clock } from '#application/clock.js';
import { dayIn } from '#domain/instant.js';

/** The day it is at this desk. */
@Injectable()
export class Today {
  constructor(
    private readonly installation: Installation,
    private readonly clock: Clock,
  ) {}

  /** ISO, in the organisation's zone. */
  async day(): Promise<string> {
    const { zone } = await this.installation.organisation();
    return dayIn(this.clock.now(), zone);
  }
}
