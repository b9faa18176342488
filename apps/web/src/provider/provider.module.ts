import { Module } from '@nestjs/common';
import { AmendChannelController } from './amend-channel.controller.js';
import { AmendProviderController } from './amend-provider.controller.js';
import { AmendController } from './amend.controller.js';
import { AmendPage } from './amend.page.js';
import { ChannelRecords } from './channel-records.js';
import { NewPlatformController } from './new-platform.controller.js';
import { OnboardingController } from './onboarding.controller.js';
import { PlatformHistoryController } from './platform-history.controller.js';
import { PlatformController } from './platform.controller.js';
import { PlatformPage } from './platform.page.js';
import { Today } from './today.js';
import { PlatformsController } from './platforms.controller.js';
import { ResponseRecord } from './response-record.js';
import { ResponseController } from './response.controller.js';

/** Providers and platforms. */
@Module({
  controllers: [
    PlatformsController,
    NewPlatformController, // before the page of one platform: `new` is no code
    PlatformController,
    PlatformHistoryController,
    ResponseController,
    AmendController,
    AmendProviderController,
    AmendChannelController,
    OnboardingController,
  ],
  providers: [ChannelRecords, PlatformPage, AmendPage, Today, ResponseRecord],
})
export class ProviderModule {}
