import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Response } from 'express';
import { mergeMap, type Observable } from 'rxjs';
import type { DeskRequest } from './desk-request.js';
import { PAGE } from './page.decorator.js';
import { Pages } from './pages.js';

/** Turns what a method with `@Page(…)` returns into that page. */
@Injectable()
export class PageInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly pages: Pages,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler<object>): Observable<unknown> {
    const page = this.reflector.get<string | undefined>(PAGE, context.getHandler());
    if (!page) return next.handle();
    const http = context.switchToHttp();
    http.getResponse<Response>().type('html');
    return next.handle().pipe(mergeMap((model) => this.pages.html(http.getRequest<DeskRequest>(), page, model ?? {})));
  }
}
