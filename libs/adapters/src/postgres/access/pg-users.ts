import { randomUUID } from 'node:crypto';
import { QueryFailedError, type DataSource } from 'typeorm';
import { Users } from '#application/access/users.js';
import { User } from '#domain/access/user.js';
import type { Actor, DomainEvent } from '#domain/event.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { appendEvents } from '../event-log.js';

/** People in PostgreSQL; each change with its event in one transaction. No reaction follows from these events. */
export class PgUsers extends Users {
  constructor(private readonly db: DataSource) {
    super();
  }

  nextId(): string {
    return randomUUID();
  }

  async byEmail(email: string): Promise<User | undefined> {
    return (await this.db.getRepository(User).findOneBy({ email })) ?? undefined;
  }

  async byId(userId: string): Promise<User | undefined> {
    return (await this.db.getRepository(User).findOneBy({ id: userId })) ?? undefined;
  }

  async add(added: { user: User; event: DomainEvent }, by: Actor): Promise<void> {
    await this.db
      .transaction(async (manager) => {
        await manager.insert(User, added.user);
        await appendEvents(manager, by, [added.event]);
      })
      .catch((fault: unknown) => {
        throw isTaken(fault) ? new RuleViolation('access.email-taken') : fault;
      });
  }

  async change(which: { id: string; by: Actor }, verb: (user: User) => DomainEvent): Promise<void> {
    await this.db.transaction(async (manager) => {
      const lock = { mode: 'pessimistic_write' } as const;
      const user = await manager.findOneOrFail(User, { where: { id: which.id }, lock });
      const happened = verb(user);
      await manager.save(user);
      await appendEvents(manager, which.by, [happened]);
    });
  }
}

const isTaken = (fault: unknown): boolean =>
  fault instanceof QueryFailedError && (fault.driverError as { constraint?: string }).constraint === 'users_email_key';
