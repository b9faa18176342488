import { Module } from '@nestjs/common';
import { SettingsController } from './settings.controller.js';
import { SettingsPage } from './settings.page.js';

/** The settings that people change on pages. */
@Module({ controllers: [SettingsController], providers: [SettingsPage] })
export class DeskSettingsModule {}
