import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import type { Happened, Shelf, Which } from '#application/books.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { errorCode } from './error-code.js';
import { isUuid } from './is-uuid.js';

const UNIQUE_VIOLATION = '23505';

/** What differs between one kind of thing and the next: parts kept in tables of their own. */
export interface Parts<T> {
  load(tx: EntityManager, thing: T): Promise<void>;
  save(tx: EntityManager, thing: T): Promise<void>;
}

export interface Kind<T> {
  readonly entity: EntityTarget<T & ObjectLiteral>;
  /** Opens the codes of refusals, e.g. `notice.not-found`. */
  readonly noun: string;
  readonly parts?: Parts<T>;
}

/** One kind of thing within the transaction of `tx`; `happened` hears every event in order. */
export class PgShelf<T extends { readonly id: string; readonly version: number }> implements Shelf<T> {
  constructor(
    private readonly tx: EntityManager,
    private readonly kind: Kind<T>,
    private readonly happened: (events: Happened) => void,
  ) {}

  get(id: string): Promise<T> {
    return this.load(id, false);
  }

  async change({ id, expected, quietly }: Which, verb: (thing: T) => Happened): Promise<T> {
    const thing = await this.load(id, true);
    if (expected !== undefined && expected !== thing.version) {
      throw new RuleViolation('version.outdated', { expected, actual: thing.version });
    }
    this.happened(verb(thing));
    if (!quietly) Object.assign(thing, { version: thing.version + 1 });
    await this.tx.update(this.kind.entity, { id }, this.ownRow(thing) as never);
    await this.kind.parts?.save(this.tx, thing);
    return thing;
  }

  async add(thing: T, happened: Happened): Promise<void> {
    await this.insert(thing);
    await this.kind.parts?.save(this.tx, thing);
    this.happened(happened);
  }

  private async insert(thing: T): Promise<void> {
    try {
      await this.tx.insert(this.kind.entity, thing as never);
    } catch (error) {
      if (errorCode(error) !== UNIQUE_VIOLATION) throw error;
      throw new RuleViolation(`${this.kind.noun}.already-there`, { id: thing.id });
    }
  }

  /** What stands in the thing's own row; an update, unlike an insert, refuses properties that are kept elsewhere. */
  private ownRow(thing: T): Partial<T> {
    const columns = this.tx.connection.getMetadata(this.kind.entity).columns;
    const own = new Set(columns.map((column) => column.propertyPath.split('.')[0]));
    return Object.fromEntries(Object.entries(thing).filter(([name]) => own.has(name))) as Partial<T>;
  }

  private async load(id: string, locked: boolean): Promise<T> {
    const lock = locked ? { lock: { mode: 'pessimistic_write' as const } } : {};
    if (!isUuid(id)) throw new RuleViolation(`${this.kind.noun}.not-found`, { id });
    const thing = await this.tx.findOne(this.kind.entity, { where: { id } as never, ...lock });
    if (thing === null) throw new RuleViolation(`${this.kind.noun}.not-found`, { id });
    await this.kind.parts?.load(this.tx, thing);
    return thing;
  }
}
