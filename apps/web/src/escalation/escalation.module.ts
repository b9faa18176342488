import { Module } from '@nestjs/common';
import { DossierFileController } from './dossier-file.controller.js';
import { DossiersController } from './dossiers.controller.js';

/** Complaints to the coordinator and their files. */
@Module({ controllers: [DossiersController, DossierFileController] })
export class EscalationModule {}
