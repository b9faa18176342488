import { Module } from '@nestjs/common';
import { AdvanceDossierController } from './advance-dossier.controller.js';
import { DossierFileController } from './dossier-file.controller.js';
import { DossiersController } from './dossiers.controller.js';

/** Complaints to the coordinator and their files. */
@Module({ controllers: [DossiersController, AdvanceDossierController, DossierFileController] })
export class EscalationModule {}
