import { Controller, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { LinkMessage } from '#application/correspondence/link-message.js';
import { SortMessage } from '#application/correspondence/sort-message.js';
import { UnderstandMessage } from '#application/correspondence/understand-message.js';
import { reachOf } from '#domain/access/reach.js';
import { actor } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { May } from '../frame/may.decorator.js';
import { LinkForm } from './message.form.js';
import { MessageTurns } from './message-turns.js';

/** Putting a message where it belongs, and undoing that. */
@Controller('inbox/:id')
@May('message.write', { message: 'id' })
export class SortMessageController {
  constructor(
    private readonly turns: MessageTurns,
    private readonly linkMessage: LinkMessage,
    private readonly sortMessage: SortMessage,
    private readonly understandMessage: UnderstandMessage,
  ) {}

  @Post('link')
  link(@Param('id') id: string, @Req() request: DeskRequest, @Res() response: Response): Promise<void> {
    return this.turns.take(request, response, {
      ...{ id, as: 'link', form: LinkForm, fields: { 'message.no-such-notice': 'reference' } },
      act: async (which, { reference }) => {
        await this.linkMessage.run(which, reference, reachOf(this.turns.person(request)));
        return { to: `/inbox/${id}`, say: 'inbox.linked', facts: { reference: reference.trim().toUpperCase() } };
      },
    });
  }

  @Post('unlink')
  unlink(@Param('id') id: string, @Req() request: DeskRequest, @Res() response: Response): Promise<void> {
    return this.turns.seen(request, response, { id, as: 'link' }, async (which) => {
      await this.sortMessage.link(which, null);
      return { to: `/inbox/${id}`, say: 'inbox.unlinked' };
    });
  }

  @Post('set-aside')
  setAside(@Param('id') id: string, @Req() request: DeskRequest, @Res() response: Response): Promise<void> {
    return this.turns.seen(request, response, { id, as: 'aside' }, async (which) => {
      await this.sortMessage.setAside(which);
      return { to: '/inbox', say: 'inbox.set-aside' };
    });
  }

  @Post('take-up-again')
  takeUpAgain(@Param('id') id: string, @Req() request: DeskRequest, @Res() response: Response): Promise<void> {
    return this.turns.seen(request, response, { id, as: 'aside' }, async (which) => {
      await this.sortMessage.takeUpAgain(which);
      return { to: `/inbox/${id}`, say: 'inbox.taken-up' };
    });
  }

  @Post('understand-again')
  understandAgain(@Param('id') id: string, @Req() request: DeskRequest, @Res() response: Response): Promise<void> {
    return this.turns.seen(request, response, { id, as: null }, async () => {
      const { state } = await this.understandMessage.again({ id, by: actor(this.turns.person(request)) });
      return { to: `/inbox/${id}`, say: state === 'quarantined' ? 'inbox.still-quarantined' : 'inbox.understood' };
    });
  }
}
