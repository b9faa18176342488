import { Module } from '@nestjs/common';
import { PlatformsController } from './platforms.controller.js';

/** Providers and platforms. */
@Module({ controllers: [PlatformsController] })
export class ProviderModule {}
