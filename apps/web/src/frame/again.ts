import { Injectable } from '@nestjs/common';
import { OtherToken } from './csrf.js';
import { isForPrograms } from './for-programs.js';
import { DeclaredRoutes } from './declared-routes.js';
import type { DeskRequest } from './desk-request.js';
import { fieldsTyped, type TypedField } from './typed.js';

/** A form that came when its session was over: where it can be opened again, and what stood in it. */
export interface FormAgain {
  /** `faults.<kind>` words it. */
  readonly kind: '401' | 'old-form';
  /** Page that leads to the form, past sign-in where that is needed. */
  readonly address: string;
  /** Whether that leads past sign-in. */
  readonly signsIn: boolean;
  /** Where the form goes. */
  readonly action: string;
  readonly fields: readonly TypedField[];
}

/** Finds the way back to a form whose session ended while somebody wrote in it (fault F55). */
@Injectable()
export class FormsAgain {
  constructor(private readonly routes: DeclaredRoutes) {}

  /** Nothing when the form was refused for another reason, or may have come from another site. */
  of(request: DeskRequest, fault: unknown, status: number): FormAgain | null {
    if (request.method !== 'POST' || isForPrograms(request) || request.path.startsWith('/sign-in')) return null;
    const { person, half, path: action } = request;
    const isOver = status === 401 && !person && !half;
    if (!isOver && !isOldForm(request, fault)) return null;
    const page = this.pageOf(action);
    const address = person ? page : `/sign-in?to=${encodeURIComponent(page)}`;
    return { kind: isOver ? '401' : 'old-form', address, signsIn: !person, action, fields: fieldsTyped(request.body) };
  }

  /** The nearest page above where a form goes: `/cases/7/notes` stands on `/cases/7`. */
  private pageOf(path: string): string {
    const pages = this.routes.all().filter(({ method }) => method === 'GET');
    const shapes = pages.map((page) => new RegExp(`^${page.path.replaceAll(/:\w+/g, '[^/]+')}$`));
    for (let at = path; at.length > 1; at = at.slice(0, at.lastIndexOf('/'))) {
      if (shapes.some((shape) => shape.test(at))) return at;
    }
    return '/work';
  }
}

/** The token is that of an earlier session, and the browser itself says that our own page sent it. */
const isOldForm = (request: DeskRequest, fault: unknown): boolean =>
  fault instanceof OtherToken && request.get('sec-fetch-site') === 'same-origin';
