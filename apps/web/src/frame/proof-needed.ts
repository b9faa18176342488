import { ForbiddenException, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { DeskRequest } from './desk-request.js';

/** The person must show once more that it is them; the page that asks is shown instead, and what was sent is not kept. */
export class ProofNeeded extends ForbiddenException {
  /** Where to go instead; it leads back to the page that was wanted. */
  readonly address: string;

  constructor(request: DeskRequest) {
    super('a proof of now is needed');
    const wanted = request.method === 'GET' ? request.originalUrl : '/account/security';
    this.address = `/prove?to=${encodeURIComponent(wanted)}`;
  }
}

/**
 * `@UseGuards(FreshProof)`: for pages that change how somebody proves who they are (password, second factors, tokens). Lets
 * through who proved it in the last ten minutes (`FRESH_MINUTES`).
 */
@Injectable()
export class FreshProof implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<DeskRequest>();
    if (!request.provedLately) throw new ProofNeeded(request);
    return true;
  }
}
