import { Injectable } from '@nestjs/common';
import type { SignedIn } from '#application/access/sessions.js';
import { ChannelsToVerify } from '#application/provider/channel-use.js';
import { reachOf } from '#domain/access/reach.js';
import { holds } from '#domain/access/right.js';
import { Today } from './today.js';

/** Rows shown before the register's own list has them all. */
const SHORT = 5;

/** The channels that somebody should look at, as work of whoever may say that they did. */
@Injectable()
export class ChannelTasks {
  constructor(
    private readonly channels: ChannelsToVerify,
    private readonly today: Today,
  ) {}

  async of(person: SignedIn): Promise<{ readonly rows: readonly object[]; readonly total: number }> {
    if (!holds(person.role, 'register.add')) return { rows: [], total: 0 };
    const due = await this.channels.due(await this.today.day(), reachOf(person));
    return { rows: due.slice(0, SHORT).map((one) => ({ ...one })), total: due.length };
  }
}
