import { Module } from '@nestjs/common';
import { SettingsController } from './settings.controller.js';
import { SettingsPage } from './settings.page.js';
import { SystemController } from './system.controller.js';

/** The settings that people change on pages, and how the system is. */
@Module({ controllers: [SettingsController, SystemController], providers: [SettingsPage] })
export class DeskSettingsModule {}
