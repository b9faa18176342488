import type { DataSource } from 'typeorm';
import { Colleagues, type Colleague } from '#application/access/colleagues.js';
import type { Role } from '#domain/access/role.js';
import type { Line } from '#domain/notice/codes.js';

const SELECT = 'select id, name, role from users';

/** Colleagues from PostgreSQL. */
export class PgColleagues extends Colleagues {
  constructor(private readonly db: DataSource) {
    super();
  }

  ofLine(line: Line, roles: readonly Role[]): Promise<readonly Colleague[]> {
    return this.ofLines([line], roles);
  }

  ofLines(lines: readonly Line[], roles: readonly Role[]): Promise<readonly Colleague[]> {
    const where = 'where not disabled and role = any($1) and lines && $2::text[] order by name, id';
    return this.db.query(`${SELECT} ${where}`, [roles, lines]);
  }

  named(ids: readonly string[]): Promise<readonly Colleague[]> {
    return this.db.query(`${SELECT} where id = any($1) order by name, id`, [ids]);
  }
}
