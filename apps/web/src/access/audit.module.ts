import { Module } from '@nestjs/common';
import { AskVerificationController, AuditController } from './audit.controller.js';
import { AuditPage } from './audit.page.js';
import { OwnLogController } from './own-log.controller.js';

/** The log of who did what. */
@Module({ controllers: [AuditController, AskVerificationController, OwnLogController], providers: [AuditPage] })
export class AuditModule {}
