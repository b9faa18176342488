import { Injectable } from '@nestjs/common';
import type { SignedIn } from '#application/access/sessions.js';
import { Users } from '#application/access/users.js';
import { Register } from '#application/provider/register.js';
import type { DeskLanguage } from '#domain/access/preference.js';
import type { Delivery } from '#domain/correspondence/delivery.js';
import { isInOtherHands } from '#domain/correspondence/in-hands.js';
import { readIn, type TextRead } from '#domain/provider/register-text.js';

/** What stands beside a form that a person takes over: whose hands it is in, and what the register says of it. */
@Injectable()
export class FormBeside {
  constructor(
    private readonly register: Register,
    private readonly users: Users,
  ) {}

  /** Whose hands it is in: mine, a colleague's, or nobody's. */
  async hands({ inHands }: Delivery, { userId }: SignedIn, now: Date): Promise<object> {
    if (inHands?.by === userId) return { hands: 'mine' };
    if (inHands === null || !isInOtherHands(inHands, userId, now)) return { hands: 'nobody' };
    const colleague = (await this.users.byId(inHands.by))?.name ?? '';
    return { hands: 'colleague', colleague, since: inHands.since };
  }

  /** The note of the form at that address; null where the register has none, or no longer knows the form. */
  async note(platformCode: string | null, address: string, language: DeskLanguage): Promise<TextRead | null> {
    const platform = (await this.register.platforms()).find(({ code }) => code === platformCode);
    const channel = platform?.channels.find((one) => one.address === address);
    return channel ? readIn(channel.note, language) : null;
  }
}
