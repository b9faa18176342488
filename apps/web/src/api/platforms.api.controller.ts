import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Register } from '#application/provider/register.js';
import { May } from '../frame/may.decorator.js';
import { platformAnswer, PlatformsAnswer } from './platform.answer.js';

/** The register of platforms over the JSON API. */
@ApiTags('register')
@Controller('api/platforms')
export class PlatformsApi {
  constructor(private readonly register: Register) {}

  @Get()
  @May('register.read')
  @ApiOperation({ summary: 'Platforms with the channels to reach them by' })
  @ApiOkResponse({ type: PlatformsAnswer })
  async list(): Promise<PlatformsAnswer> {
    return { items: (await this.register.platforms()).map(platformAnswer) };
  }
}
