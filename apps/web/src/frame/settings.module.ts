import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Address } from './address.js';

/** What differs between desks, given from outside so that tests can give something else. */
@Global()
@Module({})
export class SettingsModule {
  static of({ baseUrl, behindProxy }: Address): DynamicModule {
    return {
      module: SettingsModule,
      providers: [{ provide: Address, useValue: { baseUrl, behindProxy } }],
      exports: [Address],
    };
  }
}
