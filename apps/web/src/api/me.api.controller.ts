import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#application/access/sessions.js';
import { ROLES } from '#domain/access/role.js';
import { LINES } from '#domain/notice/codes.js';
import { CurrentUser } from '../frame/current-user.decorator.js';
import { May } from '../frame/may.decorator.js';

/** Whose token this is. */
export class MeAnswer {
  @ApiProperty({ format: 'uuid' })
  userId!: string;

  @ApiProperty({ enum: ROLES })
  role!: string;

  @ApiProperty({ enum: LINES, isArray: true, description: 'The teams whose cases this person sees' })
  lines!: readonly string[];
}

/** Who a program acts for. */
@ApiTags('account')
@Controller('api/me')
export class MeApi {
  @Get()
  @May('account.own')
  @ApiOperation({ summary: 'Whose token this is' })
  @ApiOkResponse({ type: MeAnswer })
  show(@CurrentUser() { userId, role, lines }: SignedIn): MeAnswer {
    return { userId, role, lines };
  }
}
