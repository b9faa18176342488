import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { KnownDevices } from '#application/access/known-devices.js';
import { deviceOf } from '#domain/access/device.js';
import { cookie, DEVICE_COOKIE, giveDevice, giveSession } from '../frame/cookies.js';
import type { DeskRequest } from '../frame/desk-request.js';

/** What a browser that wants in is known by, and what it gets when it is let in. */
@Injectable()
export class Entrance {
  constructor(private readonly devices: KnownDevices) {}

  /** Where it is, its own secret if it has one, and what it is in a few words. */
  browserOf(request: DeskRequest): { address: string; device: string; deviceSecret: string | undefined } {
    const device = deviceOf(request.get('user-agent') ?? '');
    return { address: request.ip ?? 'unknown', device, deviceSecret: secretOf(request) };
  }

  /** The browser's secret when it signed in wholly as this person before. */
  async knownDevice(request: DeskRequest, email: string): Promise<string | null> {
    const secret = secretOf(request);
    return secret !== undefined && (await this.devices.isKnown(secret, email)) ? secret : null;
  }

  /** Gives the secret of a session that is whole, and makes the browser known. */
  async letIn(request: DeskRequest, response: Response, who: { secret: string; userId: string; email?: string }) {
    giveSession(response, who.secret);
    const isKnown = who.email !== undefined && (await this.knownDevice(request, who.email)) !== null;
    if (!isKnown) giveDevice(response, await this.devices.give(who.userId));
  }
}

function secretOf(request: DeskRequest): string | undefined {
  const secret = cookie(request, DEVICE_COOKIE);
  return secret !== undefined && /^[\w-]{43}$/.test(secret) ? secret : undefined;
}
