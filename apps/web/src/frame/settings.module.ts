import { Global, Module, type DynamicModule } from '@nestjs/common';
import { SettingsMailProbe, type ProbedSettings } from '#adapters/mail/settings-mail-probe.js';
import { Installation } from '#application/access/installation.js';
import { MailProbe } from '#application/correspondence/mail-probe.js';
import { Address } from './address.js';

/** What differs between desks, given from outside so that tests can give something else. */
@Global()
@Module({})
export class SettingsModule {
  static of({ baseUrl, behindProxy, smtp, imap, ...facts }: Address & Partial<ProbedSettings>): DynamicModule {
    const { mailDomain = 'seinpost.test', practiceMailPort = 0 } = facts;
    const probe = (desk: Installation) => new SettingsMailProbe({ smtp, imap, mailDomain, practiceMailPort }, desk);
    return {
      module: SettingsModule,
      providers: [
        { provide: Address, useValue: { baseUrl, behindProxy } },
        { provide: MailProbe, useFactory: probe, inject: [Installation] },
      ],
      exports: [Address, MailProbe],
    };
  }
}
