import type { DataSource } from 'typeorm';
import { Users } from '#application/access/users.js';
import { User } from '#domain/access/user.js';
import { isUuid } from '../is-uuid.js';

/** People in PostgreSQL, to read. */
export class PgUsers extends Users {
  constructor(private readonly db: DataSource) {
    super();
  }

  async byEmail(email: string): Promise<User | undefined> {
    return (await this.db.getRepository(User).findOneBy({ email })) ?? undefined;
  }

  async byId(userId: string): Promise<User | undefined> {
    if (!isUuid(userId)) return undefined;
    return (await this.db.getRepository(User).findOneBy({ id: userId })) ?? undefined;
  }
}
