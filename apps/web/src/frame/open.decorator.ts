import { SetMetadata } from '@nestjs/common';

export const OPEN = 'desk:open';

/** A page that anyone may see without signing in; every other page says by `@May(…)` who may. */
export const Open = (): MethodDecorator & ClassDecorator => SetMetadata(OPEN, true);
