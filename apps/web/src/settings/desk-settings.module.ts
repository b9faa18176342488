import { Module } from '@nestjs/common';
import { MailboxesController } from './mailboxes.controller.js';
import { SettingsController } from './settings.controller.js';
import { SettingsPage } from './settings.page.js';
import { SystemController } from './system.controller.js';

/** The settings that people change on pages, and how the system is. */
@Module({ controllers: [SettingsController, MailboxesController, SystemController], providers: [SettingsPage] })
export class DeskSettingsModule {}
