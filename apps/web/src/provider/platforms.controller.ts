import { Controller, Get } from '@nestjs/common';
import { Register } from '#application/provider/register.js';
import type { Channel, Platform, Provider } from '#domain/provider/platform.js';
import { May } from '../frame/may.decorator.js';
import { Page } from '../frame/page.decorator.js';

/** The register of platforms: who is behind each, and how it can be reached. */
@Controller('platforms')
@May('register.read')
export class PlatformsController {
  constructor(private readonly register: Register) {}

  @Get()
  @Page('platforms/list')
  async list(): Promise<object> {
    const providers = new Map((await this.register.providers()).map((provider) => [provider.code, provider]));
    const platforms = await this.register.platforms();
    return { rows: platforms.map((platform) => rowOf(platform, providers.get(platform.providerCode))) };
  }
}

function rowOf(platform: Platform, provider: Provider | undefined) {
  const { name, vlop, confidence, channels } = platform;
  return {
    ...{ name, vlop, confidence },
    legalEntity: provider?.legalEntity ?? '',
    country: provider?.country ?? null,
    coordinator: provider?.coordinator ?? null,
    channels: channels.map(channelOf),
  };
}

const channelOf = ({ kind, address, verifiedOn }: Channel) => ({ kind, address, verifiedOn });
