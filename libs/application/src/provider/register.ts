import type { LegalGround } from '#domain/ground/legal-ground.js';
import type { Platform, Provider } from '#domain/provider/platform.js';

/** The lists people maintain: grounds, providers, platforms. Refuses an unknown code with `<noun>.unknown`. */
export abstract class Register {
  abstract grounds(): Promise<readonly LegalGround[]>;
  abstract ground(code: string): Promise<LegalGround>;
  abstract providers(): Promise<readonly Provider[]>;
  abstract platforms(): Promise<readonly Platform[]>;
  abstract platform(code: string): Promise<Platform>;
}
