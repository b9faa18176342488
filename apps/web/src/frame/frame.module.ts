import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { projectPath } from '#adapters/settings/project.js';
import { Assets } from '#adapters/templates/assets.js';
import { Templates } from '#adapters/templates/templates.js';
import { Words } from '#adapters/templates/words.js';
import { Installation } from '#application/access/installation.js';
import { AccessModule } from '../access/access.module.js';
import { AccessGuard } from './access.guard.js';
import { Address } from './address.js';
import { FormsAgain } from './again.js';
import { DeclaredRoutes } from './declared-routes.js';
import { DeskFacts } from './desk-facts.js';
import { Faults } from './faults.filter.js';
import { Forms } from './forms.js';
import { Frame } from './frame.js';
import { Gate } from './gate.js';
import { Looks } from './looks.js';
import { Once } from './once.js';
import { PageInterceptor } from './page.interceptor.js';
import { Pages } from './pages.js';
import { Rails } from './rails.js';
import { Refusals } from './refusals.js';
import { RefusalsInterceptor } from './refusals.interceptor.js';

/** What stands around every page; its pieces can be asked for anywhere in the desk. */
@Global()
@Module({
  imports: [AccessModule],
  providers: [
    { provide: DeskFacts, useFactory: deskFacts, inject: [Address, Installation] },
    { provide: Assets, useFactory: () => new Assets(projectPath('templates', 'assets')) },
    { provide: Templates, useFactory: templates, inject: [Installation] },
    { provide: APP_FILTER, useClass: Faults },
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_INTERCEPTOR, useClass: RefusalsInterceptor },
    { provide: APP_INTERCEPTOR, useClass: PageInterceptor },
    DeclaredRoutes,
    FormsAgain,
    Looks,
    Gate,
    Once,
    Frame,
    Rails,
    Pages,
    Refusals,
    Forms,
  ],
  exports: [AccessModule, DeskFacts, Assets, Templates, Pages, Forms],
})
export class FrameModule {}

async function deskFacts(address: Address, installation: Installation): Promise<DeskFacts> {
  return { ...address, practice: (await installation.kind()) === 'practice' };
}

async function templates(installation: Installation): Promise<Templates> {
  const words = Words.read(projectPath('templates', 'words'));
  return new Templates(projectPath('templates'), words, (await installation.organisation()).zone);
}
