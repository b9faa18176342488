import type { Role } from '#domain/access/role.js';
import type { Line } from '#domain/notice/codes.js';

/** A person of the desk as colleagues see them. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

/** The people of the desk as colleagues of one another. */
export abstract class Colleagues {
  /** Who works for a line in one of these roles and can sign in, by name. */
  abstract ofLine(line: Line, roles: readonly Role[]): Promise<readonly Colleague[]>;
  /** Who works for any of these lines in one of these roles and can sign in, by name. */
  abstract ofLines(lines: readonly Line[], roles: readonly Role[]): Promise<readonly Colleague[]>;
  /** Those of these ids that exist, by name; also who left. */
  abstract named(ids: readonly string[]): Promise<readonly Colleague[]>;
}
