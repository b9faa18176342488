import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { catchError, type Observable } from 'rxjs';
import type { DeskRequest } from './desk-request.js';
import { Refusals } from './refusals.js';

/** Records a refusal that no form caught, before it is answered; what cannot be recorded is answered as our fault. */
@Injectable()
export class RefusalsInterceptor implements NestInterceptor {
  constructor(private readonly refusals: Refusals) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<DeskRequest>();
    return next.handle().pipe(
      catchError(async (fault: unknown): Promise<never> => {
        await this.refusals.fault(request, fault);
        throw fault;
      }),
    );
  }
}
