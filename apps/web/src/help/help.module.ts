import { Module } from '@nestjs/common';
import { HelpController } from './help.controller.js';

/** Help with each page, what words mean, the keys, and whom to ask. */
@Module({ controllers: [HelpController] })
export class HelpModule {}
