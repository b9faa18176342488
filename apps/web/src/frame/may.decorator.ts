import { SetMetadata } from '@nestjs/common';
import type { ThingOfCase } from '#application/access/standings.js';
import type { Right } from '#domain/access/right.js';

export const MAY = 'desk:may';

/** The things a page is about, each by the name of the parameter that holds its id: `{ case: 'id' }`. */
export type About = Readonly<Partial<Record<ThingOfCase, string>>>;

/** What a page asks of who opens it. */
export interface Declared {
  readonly right: Right;
  readonly about: About;
}

/**
 * Who may: `@May('case.write', { case: 'id' })`. Each page declares a right, its own or that of its class; the guard looks
 * up how every thing named stands to the person, and asks the policy.
 */
export const May = (right: Right, about: About = {}): MethodDecorator & ClassDecorator =>
  SetMetadata(MAY, { right, about } satisfies Declared);
