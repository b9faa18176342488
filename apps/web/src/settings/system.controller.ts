import { Controller, Get } from '@nestjs/common';
import { SystemState } from '#application/access/system-state.js';
import { judgeSystem } from '#domain/access/system-state.js';
import { May } from '../frame/may.decorator.js';
import { Page } from '../frame/page.decorator.js';

const KINDS = { ok: 'good', warn: 'caution', fail: 'alarm' } as const;
const MIB = 1024 ** 2;

/** How the system is, with what to do where it is not well; `seinpost doctor` says the same. */
@Controller('system')
export class SystemController {
  constructor(private readonly state: SystemState) {}

  @Get()
  @May('system.read')
  @Page('system/show')
  async show(): Promise<object> {
    const facts = await this.state.facts();
    const judgements = judgeSystem(facts).map((each) => ({ ...each, kind: KINDS[each.status] }));
    const { now, lastMailAt, lastAnchorAt, lastVerification, version, databaseVersion, databaseBytes, jobs } = facts;
    return {
      ...{ judgements, isWell: judgements.every(({ status }) => status === 'ok'), now, jobs },
      ...{ lastMailAt, lastAnchorAt, lastVerifiedAt: lastVerification?.at ?? null },
      ...{ version, databaseVersion, databaseMebibytes: Math.round(databaseBytes / MIB) },
    };
  }
}
