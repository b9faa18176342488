import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Installation } from '#application/access/installation.js';
import type { SignedIn } from '#application/access/sessions.js';
import { holds } from '#domain/access/right.js';
import { CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { May } from '../frame/may.decorator.js';
import { Page } from '../frame/page.decorator.js';
import { Pages } from '../frame/pages.js';
import { CONTENT_PARTS, TECHNICAL_PARTS } from './settings-parts.js';
import { SettingsPage } from './settings.page.js';

/** What this desk says of itself and by which rules it works. */
@Controller('settings')
export class SettingsController {
  constructor(
    private readonly installation: Installation,
    private readonly page: SettingsPage,
    private readonly pages: Pages,
  ) {}

  @Get()
  @May('settings.read')
  @Page('settings/show')
  async show(@CurrentUser() { role }: SignedIn): Promise<object> {
    const { organisation } = await this.installation.settings();
    const [content, technical] = [holds(role, 'settings.content'), holds(role, 'settings.technical')];
    return { organisation, may: { content, technical } };
  }

  @Get('content/:part')
  @May('settings.content')
  async content(@Param('part') part: string, @Req() request: DeskRequest, @Res() response: Response): Promise<void> {
    await this.pages.show(request, response, `settings/${part}`, await this.page.model(CONTENT_PARTS, part));
  }

  @Post('content/:part')
  @May('settings.content')
  takeContent(@Param('part') part: string, @Req() request: DeskRequest, @Res() response: Response): Promise<void> {
    return this.page.take(request, response, CONTENT_PARTS, part);
  }

  @Get('technical/:part')
  @May('settings.technical')
  async technical(@Param('part') part: string, @Req() request: DeskRequest, @Res() response: Response): Promise<void> {
    await this.pages.show(request, response, `settings/${part}`, await this.page.model(TECHNICAL_PARTS, part));
  }

  @Post('technical/:part')
  @May('settings.technical')
  takeTechnical(@Param('part') part: string, @Req() request: DeskRequest, @Res() response: Response): Promise<void> {
    return this.page.take(request, response, TECHNICAL_PARTS, part);
  }
}
