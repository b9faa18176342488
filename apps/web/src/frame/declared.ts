import type { Reflector } from '@nestjs/core';
import { MAY, type Declared } from './may.decorator.js';
import { OPEN } from './open.decorator.js';

type Place = Parameters<Reflector['get']>[1];

/** What a page declares: open to anyone, or a right; its own word goes before that of its class. */
export function declaredBy(reflector: Reflector, handler: Place, controller: Place): Declared | 'open' | undefined {
  for (const place of [handler, controller]) {
    const declared = reflector.get<Declared | undefined>(MAY, place);
    if (declared) return declared;
    if (reflector.get<boolean | undefined>(OPEN, place)) return 'open';
  }
  return undefined;
}
